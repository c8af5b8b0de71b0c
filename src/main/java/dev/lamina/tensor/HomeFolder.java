package dev.lamina.tensor;

import dev.lamina.message.Message;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The user's home, where caches and preferences go. A user without one, as in many a container, for whom Java answers "?",
 * gets a folder of their own among the temporary files.
 */
public final class HomeFolder {
    private HomeFolder() {}

    public static Path current() {
        return home(System.getenv(), System.getProperties())
                .orElseGet(() ->
                        temporary(Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name", "?")));
    }

    /** What to tell a user without a home: where their files go and how to choose. Empty for the others. */
    public static Optional<Message> remark() {
        return home(System.getenv(), System.getProperties()).isPresent()
                ? Optional.empty()
                : Optional.of(Message.of("tensor.noHome", current()));
    }

    /** Java's answer, or the variable HOME; empty unless one of them is a place in the file system. */
    static Optional<Path> home(Map<String, String> environment, Properties properties) {
        return isPlace(properties.getProperty("user.home", "")).or(() -> isPlace(environment.getOrDefault("HOME", "")));
    }

    private static Optional<Path> isPlace(String home) {
        return Optional.of(home)
                .filter(path -> !path.isBlank() && !path.equals("?"))
                .map(Path::of)
                .filter(path -> path.isAbsolute() && Files.isDirectory(path));
    }

    /** The same one for every process of the user, under the first of a row of names that nobody else has taken. */
    static Path temporary(Path folder, String user) {
        String name = "lamina-" + user.replaceAll("[^\\p{Alnum}_-]", "") + "-home";
        try {
            // Made for the user alone, and moved as it is.
            Path probe = Files.createTempDirectory(folder, "lamina-");
            for (int number = 1; true; number++) {
                Path own = folder.resolve(number == 1 ? name : name + "-" + number);
                if (isMoved(probe, own)) {
                    return own;
                }
                if (hasTheSameOwner(own, probe)) {
                    Files.delete(probe);
                    return own;
                }
            }
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("tensor.noTemporaryFolder", FileFault.reason(e)).at(folder), e);
        }
    }

    /** False if something is there already, perhaps by another process that begins now. */
    private static boolean isMoved(Path probe, Path own) throws IOException {
        try {
            Files.move(probe, own);
            return true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            return false;
        }
    }

    private static boolean hasTheSameOwner(Path own, Path probe) throws IOException {
        return Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(own, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
    }
}
