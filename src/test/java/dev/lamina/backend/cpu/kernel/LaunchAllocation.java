package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What launches leave on the heap. */
final class LaunchAllocation {
    /** The compiler may have much to do when other tests ran before. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LAUNCHES = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LaunchAllocation() {}

    /** That a few launches in a row come to allocate nothing. */
    static void assertNoneOnceCompiled(Launch launch, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long bytes = bytes(launch);
        while (bytes > 0 && System.nanoTime() < end) {
            bytes = bytes(launch);
        }
        assertEquals(0, bytes, what + ": bytes on the heap in " + LAUNCHES + " launches after " + PATIENCE);
    }

    private static long bytes(Launch launch) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < LAUNCHES; i++) {
            launch.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
