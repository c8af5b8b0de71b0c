package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What launches leave on the heap, seen in a process of their own, as a run is: behind thousands of other tests C2 may
 * decide otherwise on what it inlines.
 */
final class LaunchAllocation {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LAUNCHES = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LaunchAllocation() {}

    /** That a program ends well. */
    static void assertDoneByItself(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    /** That a few launches in a row come to allocate no more than some bytes together. */
    static void requireAtMostOnceCompiled(long most, Launch launch, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long bytes = bytes(launch);
        while (bytes > most && System.nanoTime() < end) {
            bytes = bytes(launch);
        }
        if (bytes > most) {
            throw new IllegalStateException(
                    what + ": " + bytes + " bytes on the heap in " + LAUNCHES + " launches after " + PATIENCE);
        }
    }

    private static long bytes(Launch launch) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < LAUNCHES; i++) {
            launch.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
