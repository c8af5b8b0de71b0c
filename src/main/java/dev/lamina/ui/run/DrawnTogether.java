package dev.lamina.ui.run;

import dev.lamina.ui.fx.FxExecutor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * Charts that are drawn one after another and shown at one moment: each change of the scene by itself would have the
 * toolkit walk and render it once more.
 */
final class DrawnTogether {
    private final Executor worker;
    private final FxExecutor fx;
    private final LongConsumer spentNanos;
    private final AtomicInteger drawing = new AtomicInteger();
    private final Queue<Runnable> finished = new ConcurrentLinkedQueue<>();

    /**
     * @param worker one thread, draws
     * @param spentNanos told what each picture took
     */
    DrawnTogether(Executor worker, FxExecutor fx, LongConsumer spentNanos) {
        this.worker = worker;
        this.fx = fx;
        this.spentNanos = spentNanos;
    }

    /** Draws one when those before it are done. */
    void draw(Runnable picture) {
        drawing.incrementAndGet();
        worker.execute(() -> {
            long start = System.nanoTime();
            try {
                picture.run();
            } finally {
                spentNanos.accept(System.nanoTime() - start);
                if (drawing.decrementAndGet() == 0) {
                    fx.execute(this::showFinished);
                }
            }
        });
    }

    /** Shows one, on the FX thread, as soon as no other is being drawn. */
    void show(Runnable picture) {
        finished.add(picture);
    }

    private void showFinished() {
        for (Runnable next = finished.poll(); next != null; next = finished.poll()) {
            next.run();
        }
    }
}
