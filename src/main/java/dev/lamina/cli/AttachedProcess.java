package dev.lamina.cli;

import dev.lamina.launch.Launcher;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A child process with this process's terminal, as if it were this process. It ends with this one. */
public final class AttachedProcess {
    /** How Java reports a process that signal 9 ended, which nothing but the system or a person sends. */
    private static final int KILLED = 128 + 9;

    private AttachedProcess() {}

    /** Returns the child's exit code. Signals to this process end the child first. */
    public static int run(List<String> command) {
        return run(command, Map.of());
    }

    /** The same with variables beside those of this process. */
    static int run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(Launcher.bound(command)).inheritIO();
            builder.environment().putAll(environment);
            Process child = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop(child);
                Runtime.getRuntime().halt(waitFor(child));
            }));
            int exitCode = waitFor(child);
            if (exitCode == KILLED) {
                remark(Message.of("cli.workerKilled"));
            }
            return exitCode;
        } catch (IOException e) {
            remark(Message.of("cli.cannotStart", command.getFirst(), FileFault.reason(e)));
            return ExitCode.FAILED;
        }
    }

    private static void remark(Message message) {
        System.err.println("lamina: " + message.text(Language.ofProcess()));
    }

    /** Lets this process, if it is such a child, end as a termination signal ends it when its launcher has gone. */
    public static void endWithLauncher() {
        var _ = Launcher.gone().thenRun(() -> new Signals().raise("TERM"));
    }

    /**
     * Ctrl-C reaches the child through the terminal; a signal to this process alone is passed on. Either way the child
     * gets the time to write its checkpoint. Windows has no signals, and its one way to end a process leaves no time.
     */
    private static void stop(Process child) {
        if (child.supportsNormalTermination()) {
            child.destroy();
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
