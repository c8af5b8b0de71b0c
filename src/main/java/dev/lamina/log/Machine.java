package dev.lamina.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a report says of the program and of the machine it runs on. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** The version of the jar, or "development" when run from classes. */
    static String version() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String java() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
    }

    /** Its name, or its architecture where the system does not tell. */
    public static String processorName() {
        String name = System.getProperty("os.arch", "");
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name") && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(name);
        } catch (IOException | RuntimeException _) {
            return name;
        }
    }

    /** Its name and how many threads it runs at once. */
    public static String processor() {
        return processorName() + ", " + Runtime.getRuntime().availableProcessors() + " threads";
    }
}
