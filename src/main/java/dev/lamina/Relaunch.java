package dev.lamina;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the program in a child process with the options it needs, as if it were this process. */
final class Relaunch {
    private static final String INCUBATOR_REMARK = "WARNING: Using incubator modules: jdk.incubator.vector";

    /**
     * Until the vector kernels are compiled every vector is an object; the default collector answers that garbage by
     * growing the heap by hundreds of megabytes, which training never needs again.
     */
    private static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xmn64m");

    private Relaunch() {}

    /** Returns the child's exit code. Signals to this process end the child first. */
    static int withVectorModule(String[] args) {
        try {
            Process child = new ProcessBuilder(command(args))
                    .inheritIO()
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
            Thread errors = Thread.ofPlatform().start(() -> copyErrors(child));
            // Ctrl-C reaches the child through the terminal; a signal to this process alone is passed on. Either way
            // the child gets the time to write its checkpoint before this process ends with its exit code.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                child.destroy();
                Runtime.getRuntime().halt(waitFor(child, errors));
            }));
            return waitFor(child, errors);
        } catch (IOException e) {
            System.err.println("lamina: cannot start " + javaExecutable() + " (" + e.getMessage() + ")");
            return 1;
        }
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

    /** Passes the child's error stream on, less the virtual machine's remark that the vector module is an incubator. */
    private static void copyErrors(Process child) {
        try (InputStream in = child.getErrorStream()) {
            byte[] buffer = new byte[8192];
            int length = in.read(buffer);
            String first = new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8);
            int skipped = first.startsWith(INCUBATOR_REMARK) ? first.indexOf('\n') + 1 : 0;
            for (int offset = skipped; length >= 0; length = in.read(buffer), offset = 0) {
                System.err.write(buffer, offset, length - offset);
                System.err.flush();
            }
        } catch (IOException _) {
            // The child has gone, and its error stream with it.
        }
    }

    private static int waitFor(Process child, Thread errors) {
        while (true) {
            try {
                int exitCode = child.waitFor();
                errors.join();
                return exitCode;
            } catch (InterruptedException _) {
                // The child decides when it ends.
            }
        }
    }
}
