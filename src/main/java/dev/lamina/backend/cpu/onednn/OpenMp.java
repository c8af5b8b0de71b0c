package dev.lamina.backend.cpu.onednn;

import dev.lamina.tensor.BadInputException;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The OpenMP runtime that oneDNN runs on. */
public final class OpenMp {
    private static final MethodHandle SET_THREADS =
            NativeFunction.downcall(NativeLibrary.get().openMp(), "omp_set_num_threads", "vi");

    private OpenMp() {}

    /**
     * Sets how many threads oneDNN uses when called from the calling thread (OpenMP keeps the count per thread).
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public static void setThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one thread, got " + count);
        }
        try {
            SET_THREADS.invokeExact(count);
        } catch (Throwable e) {
            throw new IllegalStateException("omp_set_num_threads", e);
        }
    }

    /**
     * void GOMP_parallel(void (*body)(void *), void *data, unsigned threads, unsigned flags), which runs a function on
     * the same team of threads that oneDNN uses; absent where the runtime is not libgomp or compatible with it.
     */
    public static Optional<MethodHandle> parallel() {
        return optional("GOMP_parallel", "vppii");
    }

    /** int omp_get_thread_num(void): the calling thread's number in its team. */
    public static Optional<MethodHandle> threadNumber() {
        return optional("omp_get_thread_num", "i");
    }

    /**
     * The symbols of the runtime.
     *
     * @throws BadInputException if this build carries no native library for this machine
     */
    public static SymbolLookup symbols() {
        return NativeLibrary.get().openMp();
    }

    private static Optional<MethodHandle> optional(String name, String type) {
        SymbolLookup library = symbols();
        return library.find(name).map(address -> NativeFunction.downcall(library, name, type));
    }
}
