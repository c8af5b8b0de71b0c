package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What launches leave on the heap. */
final class LaunchAllocation {
    /** The compiler may have much to do when other tests ran before. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LAUNCHES = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LaunchAllocation() {}

    /** That a few launches in a row come to allocate no more than some bytes together. */
    static void assertAtMostOnceCompiled(long most, Launch launch, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long bytes = bytes(launch);
        while (bytes > most && System.nanoTime() < end) {
            bytes = bytes(launch);
        }
        assertTrue(
                bytes <= most,
                what + ": " + bytes + " bytes on the heap in " + LAUNCHES + " launches after " + PATIENCE);
    }

    private static long bytes(Launch launch) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < LAUNCHES; i++) {
            launch.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
