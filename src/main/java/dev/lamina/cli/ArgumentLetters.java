package dev.lamina.cli;

import dev.lamina.message.Message;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds letters of the command line that Java has lost: under a locale such as C it knows the 128 letters of ASCII, and puts
 * "?" or U+FFFD for every byte of another one, so that a path names another file.
 */
public final class ArgumentLetters {
    private static final String PROPERTY = "sun.jnu.encoding";
    private static final Path RAW = Path.of("/proc/self/cmdline");

    private ArgumentLetters() {}

    /** What to tell the user; empty if every letter has arrived. */
    public static Optional<Message> lost(List<String> arguments) {
        String encoding = System.getProperty(PROPERTY, "UTF-8");
        boolean replaced = arguments.stream().anyMatch(argument -> argument.indexOf('\ufffd') >= 0);
        boolean asked = arguments.stream().anyMatch(argument -> argument.contains("?"));
        boolean unknown = asked && !knowsAllLetters(encoding) && rawHasOthers();
        return replaced || unknown ? Optional.of(Message.of("cli.lostLetters", encoding, remedy())) : Optional.empty();
    }

    /** The setting that gives Java all letters. */
    static Message remedy() {
        return System.getProperty("os.name", "").startsWith("Windows")
                ? Message.of("cli.lettersOfWindows")
                : Message.of("cli.lettersOfLocale");
    }

    private static boolean knowsAllLetters(String encoding) {
        return Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    }

    /** Linux keeps the bytes as they were given. */
    private static boolean rawHasOthers() {
        try {
            for (byte letter : Files.readAllBytes(RAW)) {
                if (letter < 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }
}
