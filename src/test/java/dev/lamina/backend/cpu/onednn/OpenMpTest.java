package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;

class OpenMpTest {
    @Test
    void theCallingThreadIsNumberZeroOutsideAParallelRegion() throws Throwable {
        assumeTrue(OpenMp.threadNumber().isPresent(), "this OpenMP runtime has no omp_get_thread_num");
        MethodHandle threadNumber = OpenMp.threadNumber().orElseThrow();
        assertEquals(0, (int) threadNumber.invokeExact());
    }

    @Test
    void theThreadCountIsTheCallingThreadsOwn() throws Throwable {
        MethodHandle most = NativeFunction.downcall(OpenMp.symbols(), "omp_get_max_threads", "i");
        OpenMp.setThreads(3);
        assertEquals(3, (int) most.invokeExact());
        OpenMp.setThreads(1);
        assertEquals(1, (int) most.invokeExact());
        assertThrows(IllegalArgumentException.class, () -> OpenMp.setThreads(0));
    }
}
