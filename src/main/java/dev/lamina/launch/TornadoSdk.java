package dev.lamina.launch;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An installed TornadoVM: a folder with {@code share/java/tornado} (modules) and {@code tornado-argfile} (options of the
 * virtual machine) or its template.
 */
record TornadoSdk(Path home) {
    /** The id of the backend that needs one. */
    static final String BACKEND = "tornado";

    static final String VARIABLE = "TORNADOVM_HOME";

    /** Stands before the variable, for a window that was not started from a shell. */
    private static final String PROPERTY = "lamina.tornado.home";

    private static final String ARGUMENTS = "tornado-argfile";
    private static final Pattern BUILT_FOR = Pattern.compile("tornado-api-.*jdk(\\d+).*\\.jar");

    /** @throws BadInputException if none is installed, or what the variable names is none */
    static TornadoSdk find() {
        String property = System.getProperty(PROPERTY);
        return of(property == null ? System.getenv(VARIABLE) : property);
    }

    static TornadoSdk of(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw refused(Message.of("launch.noSdk", VARIABLE, remedy()));
        }
        TornadoSdk sdk = new TornadoSdk(path(value));
        if (!Files.isDirectory(sdk.home)) {
            throw refused(Message.of("launch.noSdkFolder", remedy()).at(setTo(value)));
        }
        sdk.requireModules();
        if (!Files.isRegularFile(sdk.arguments()) && !Files.isRegularFile(sdk.template())) {
            throw refused(
                    Message.of("launch.noSdkArguments", remedy(), ARGUMENTS).at(setTo(value)));
        }
        return sdk;
    }

    private static Path path(String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new BadInputException(
                    placed(Message.of("launch.noSdkPath", remedy()).at(setTo(value))), e);
        }
    }

    private void requireModules() {
        String jar = apiJar().orElseThrow(() ->
                refused(Message.of("launch.noSdkModules", remedy()).at(setTo(home))));
        Matcher version = BUILT_FOR.matcher(jar);
        int java = Runtime.version().feature();
        if (version.matches() && Integer.parseInt(version.group(1)) != java) {
            throw refused(Message.of("launch.otherJdk", version.group(1), java).at(setTo(home)));
        }
    }

    private static BadInputException refused(Message message) {
        return new BadInputException(placed(message));
    }

    private static Message placed(Message message) {
        return message.at(Message.of("launch.backend", BACKEND));
    }

    private static String setTo(Object value) {
        return VARIABLE + "=" + value;
    }

    private static Message remedy() {
        return Message.of("launch.installSdk", VARIABLE);
    }

    private Optional<String> apiJar() {
        if (!Files.isDirectory(modules())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(modules())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("tornado-api-") && name.endsWith(".jar"))
                    .findFirst();
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("launch.unreadable", FileFault.reason(e)).at(modules()), e);
        }
    }

    /** The folder of its modules. */
    Path modules() {
        return home.resolve("share").resolve("java").resolve("tornado");
    }

    private Path arguments() {
        return home.resolve(ARGUMENTS);
    }

    private Path template() {
        return home.resolve(ARGUMENTS + ".template");
    }

    /**
     * The file of options; as the {@code tornado} command does, it is written from its template where it is missing or
     * older, or beside the system's temporary files where the folder of the SDK cannot be written.
     *
     * @throws BadInputException if it can be neither read nor written
     */
    Path argumentFile() {
        try {
            if (!Files.isRegularFile(template())
                    || (Files.isRegularFile(arguments())
                            && Files.getLastModifiedTime(template()).compareTo(Files.getLastModifiedTime(arguments()))
                                    <= 0)) {
                return arguments();
            }
            Path target = Files.isWritable(home)
                    ? arguments()
                    : Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "lamina-" + ARGUMENTS + "-" + Integer.toHexString(home.hashCode()));
            List<String> lines = expanded(Files.readAllLines(template()), home.toString(), File.pathSeparator);
            AtomicFile.write(target, file -> Files.write(file, lines));
            return target;
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("launch.unreadable", FileFault.reason(e)).at(template()), e);
        }
    }

    /** The template's lines with its variable replaced, and with this system's separator in its module paths. */
    static List<String> expanded(List<String> template, String home, String pathSeparator) {
        return template.stream()
                .map(line -> line.toLowerCase(Locale.ROOT).contains("module-path ")
                        ? line.replace(":", pathSeparator)
                        : line)
                .map(line -> line.replace("${" + VARIABLE + "}", home))
                .toList();
    }
}
