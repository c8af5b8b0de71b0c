package dev.lamina.launch;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual machine that runs Lamina as a child of this one.
 *
 * @param options between {@code java} and the class path
 */
public record ChildJvm(List<String> options) {
    /** By its name: the program is above this package. */
    private static final String MAIN = "dev.lamina.Lamina";

    /** The last one: the reader of MATLAB files still asks for offsets by a method that Java warns of. */
    private static final List<String> NEEDED = List.of(
            VectorModule.OPTION,
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "--sun-misc-unsafe-memory-access=allow");

    public ChildJvm {
        options = List.copyOf(options);
    }

    /** Whether this virtual machine was started with the options that Lamina needs everywhere. */
    public static boolean isOne() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().containsAll(NEEDED);
    }

    /** One with these options and those that Lamina needs everywhere. */
    public static ChildJvm with(List<String> options) {
        return new ChildJvm(complete(options));
    }

    /** One like this, whatever it computes. */
    public static ChildJvm here() {
        return new ChildJvm(own());
    }

    /** This process's options; a debugger's port or a profiler's file is taken by it already. */
    private static List<String> own() {
        return complete(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib")
                        && !option.startsWith("-agentpath")
                        && !option.startsWith("-javaagent")
                        && !Launcher.isBond(option))
                .toList());
    }

    private static List<String> complete(List<String> options) {
        List<String> complete = new ArrayList<>(options);
        NEEDED.stream().filter(option -> !options.contains(option)).forEach(complete::add);
        return complete;
    }

    /** The command line that runs Lamina with arguments. */
    public List<String> command(List<String> arguments) {
        return command(MAIN, arguments);
    }

    /** The command line of another program on the class path. */
    public List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }
}
