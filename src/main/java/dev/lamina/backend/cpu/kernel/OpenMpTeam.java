package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Runs bodies on OpenMP's threads: GOMP_parallel calls an upcall stub on each of them. Where OpenMP grants fewer
 * threads than asked (a limit of the machine), the granted ones share the member numbers out among themselves, so the
 * result stays that of the full team.
 */
final class OpenMpTeam implements Team {
    private final int size;
    private final MemberScratch scratch;
    private final MemberErrors errors;
    private final Arena arena = Arena.ofShared();
    private final MethodHandle parallel;
    private final MethodHandle threadNumber;
    private final MethodHandle threadCount;
    private final MemorySegment stub;
    private volatile @Nullable Body body;

    OpenMpTeam(SymbolLookup openMp, int size) {
        this.size = size;
        scratch = new MemberScratch(size);
        errors = new MemberErrors(size);
        Linker linker = Linker.nativeLinker();
        parallel = linker.downcallHandle(
                openMp.findOrThrow("GOMP_parallel"), FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
        Linker.Option leaf = Linker.Option.critical(false);
        threadNumber =
                linker.downcallHandle(openMp.findOrThrow("omp_get_thread_num"), FunctionDescriptor.of(JAVA_INT), leaf);
        threadCount =
                linker.downcallHandle(openMp.findOrThrow("omp_get_num_threads"), FunctionDescriptor.of(JAVA_INT), leaf);
        stub = linker.upcallStub(entry(), FunctionDescriptor.ofVoid(ADDRESS), arena);
    }

    private MethodHandle entry() {
        try {
            return MethodHandles.lookup()
                    .bind(this, "onThread", MethodType.methodType(void.class, MemorySegment.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new LinkageError("OpenMpTeam.onThread", e);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void run(Body launched) {
        body = launched;
        try {
            parallel.invokeExact(stub, MemorySegment.NULL, size, 0);
        } catch (Throwable e) {
            throw new IllegalStateException("GOMP_parallel failed", e);
        } finally {
            body = null;
            Reference.reachabilityFence(launched); // what it captured owns the memory behind the addresses in use
            Reference.reachabilityFence(this);
        }
        errors.rethrow();
    }

    /** Called by OpenMP on each of its threads; nothing may escape from here into native code. */
    @SuppressWarnings("UnusedMethod")
    private void onThread(MemorySegment unused) {
        int first = 0;
        try {
            first = (int) threadNumber.invokeExact();
            int granted = (int) threadCount.invokeExact();
            Body launched = body;
            for (int member = first; launched != null && member < size; member += granted) {
                launched.run(member, size);
            }
        } catch (Throwable error) {
            errors.put(first, error);
        }
    }

    @Override
    public long scratch(int member) {
        return scratch.of(member);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
