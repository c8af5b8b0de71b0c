package dev.lamina;

import dev.lamina.cli.AttachedProcess;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Runs the program in a child process with the options it needs, as if it were this process. */
final class Relaunch {
    /**
     * Until the vector kernels are compiled every vector is an object; the default collector answers that garbage by
     * growing the heap by hundreds of megabytes, which training never needs again.
     */
    private static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xmn64m");

    private Relaunch() {}

    /** Returns the child's exit code. Signals to this process end the child first. */
    static int withVectorModule(String[] args) {
        return AttachedProcess.run(command(args));
    }

    private static List<String> command(String[] args) {
        List<String> command = new ArrayList<>(List.of(javaExecutable()));
        List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
        if (own.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            command.addAll(SMALL_HEAP);
        }
        command.addAll(own);
        command.addAll(List.of(
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Lamina.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private static String javaExecutable() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}
