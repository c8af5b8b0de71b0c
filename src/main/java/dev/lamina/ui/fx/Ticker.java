package dev.lamina.ui.fx;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something again and again on the FX thread. Not a {@code Timeline}: one that plays makes the toolkit pulse 60
 * times a second, and each pulse walks the whole scene, whether anything in it has changed or not.
 */
public final class Ticker {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("ticker").unstarted(work));
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** @param tick is left out while the one before has not been done */
    public Ticker(FxExecutor fx, long periodMillis, Runnable tick) {
        Runnable once = () -> {
            waiting.set(false);
            if (!clock.isShutdown()) {
                tick.run();
            }
        };
        var _ = clock.scheduleAtFixedRate(
                () -> {
                    if (waiting.compareAndSet(false, true)) {
                        fx.execute(once);
                    }
                },
                periodMillis,
                periodMillis,
                TimeUnit.MILLISECONDS);
    }

    /** No tick comes after this. FX thread. */
    public void stop() {
        clock.shutdownNow();
    }
}
