package dev.lamina.cli;

import java.io.IOException;
import java.util.List;

/** A child process with this process's terminal, as if it were this process. */
public final class AttachedProcess {
    private AttachedProcess() {}

    /** Returns the child's exit code. Signals to this process end the child first. */
    public static int run(List<String> command) {
        try {
            Process child = new ProcessBuilder(command).inheritIO().start();
            // Ctrl-C reaches the child through the terminal; a signal to this process alone is passed on. Either way
            // the child gets the time to write its checkpoint before this process ends with its exit code.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                child.destroy();
                Runtime.getRuntime().halt(waitFor(child));
            }));
            return waitFor(child);
        } catch (IOException e) {
            System.err.println("lamina: cannot start " + command.getFirst() + " (" + e.getMessage() + ")");
            return ExitCode.FAILED;
        }
    }

    private static int waitFor(Process child) {
        while (true) {
            try {
                return child.waitFor();
            } catch (InterruptedException _) {
                // The child decides when it ends.
            }
        }
    }
}
