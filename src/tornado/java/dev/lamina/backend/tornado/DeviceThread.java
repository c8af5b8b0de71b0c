package dev.lamina.backend.tornado;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one thread on which a session talks to its device, since TornadoVM keeps a queue of commands for each thread. Work that
 * cannot be broken off, such as the compilation of a graph, can be left behind; the device is of no use from then on.
 */
final class DeviceThread implements AutoCloseable {
    private static final long POLL_MILLISECONDS = 50;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("device").factory());
    private volatile boolean leftBehind;

    /** Does work and waits for it. */
    <T> T call(Supplier<T> work) {
        return call(work, () -> false);
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Does work and waits for it as long as nothing interrupts.
     *
     * @throws CancellationException if interrupted; the work goes on alone
     */
    <T> T call(Supplier<T> work, BooleanSupplier interrupted) {
        if (leftBehind) {
            throw new CancellationException("the device is busy with work that was left behind");
        }
        Future<T> result = thread.submit(work::get);
        while (true) {
            try {
                return result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                if (interrupted.getAsBoolean()) {
                    throw leave();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw leave();
            } catch (ExecutionException e) {
                throw unchecked(e);
            }
        }
    }

    /** Whether the thread is lost to work that nobody waits for. */
    boolean isLeftBehind() {
        return leftBehind;
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private CancellationException leave() {
        leftBehind = true;
        return new CancellationException("interrupted");
    }

    /** What the work threw, which can throw nothing checked. */
    private static RuntimeException unchecked(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
