package dev.lamina.ui.run;

import dev.lamina.experiment.RunHandle;

/**
 * While it is open, a run is stopped with a checkpoint before this program exits, also when a termination signal, the end of
 * the session or a closed terminal ends it.
 */
public final class StopAtExit implements AutoCloseable {
    private final Thread hook;

    public StopAtExit(RunHandle run) {
        hook = new Thread(() -> stop(run), "stop-at-exit");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is exiting already.
            run.stop();
        }
    }

    private static void stop(RunHandle run) {
        run.stop();
        try {
            run.await();
        } catch (RuntimeException | Error _) {
            // It failed, which is written in its folder.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is exiting, and waits for nothing any more.
        }
    }
}
