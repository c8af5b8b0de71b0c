package dev.lamina.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A child process with this process's terminal, as if it were this process. */
public final class AttachedProcess {
    private static final String INCUBATOR_REMARK = "WARNING: Using incubator modules: jdk.incubator.vector";

    private AttachedProcess() {}

    /** Returns the child's exit code. Signals to this process end the child first. */
    public static int run(List<String> command) {
        try {
            Process child = new ProcessBuilder(command)
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
            System.err.println("lamina: cannot start " + command.getFirst() + " (" + e.getMessage() + ")");
            return ExitCode.FAILED;
        }
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
