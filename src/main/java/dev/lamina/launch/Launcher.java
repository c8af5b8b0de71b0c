package dev.lamina.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The process that started this one and shows it as its own: when it has gone, however that came, nobody is left to stop
 * this one, which therefore stops as Ctrl-C would stop it.
 */
public final class Launcher {
    /** The launcher's process id; by the time a child asks for its parent it may have another one. */
    private static final String PROPERTY = "lamina.launcher";

    private static final String OPTION = "-D" + PROPERTY + "=";

    private Launcher() {}

    /** A command line of Java, made to end with this process. */
    public static List<String> bound(List<String> command) {
        List<String> bound = new ArrayList<>(command);
        bound.add(1, OPTION + ProcessHandle.current().pid());
        return bound;
    }

    /** Whether an option binds a process to its launcher, which is not its children's. */
    static boolean isBond(String option) {
        return option.startsWith(OPTION);
    }

    /** Done when the launcher has gone; never where there is none. */
    public static CompletableFuture<Void> gone() {
        Long launcher = Long.getLong(PROPERTY);
        if (launcher == null) {
            return new CompletableFuture<>();
        }
        return ProcessHandle.of(launcher)
                .<CompletableFuture<Void>>map(process -> process.onExit().thenRun(() -> {}))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
