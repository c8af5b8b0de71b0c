package dev.lamina.backend.cpu.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Zeroed memory from the operating system, in pages of 2 MiB where Linux grants them (fewer address translations, a few
 * percent on large tensors). Pages take memory from their first use on and are given back when the arena closes.
 */
public final class Pages {
    private static final long HUGE_BYTES = 2L << 20;
    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int MADV_HUGEPAGE = 14;

    private Pages() {}

    /**
     * Allocates zeroed memory, aligned to 2 MiB.
     *
     * @throws OutOfMemoryError if the operating system refuses
     */
    public static MemorySegment allocate(Arena arena, long sizeBytes) {
        long rounded = Math.max(HUGE_BYTES, (sizeBytes + HUGE_BYTES - 1) & -HUGE_BYTES);
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return linux ? Linux.map(arena, rounded) : arena.allocate(rounded, HUGE_BYTES);
    }

    private static final class Linux {
        private static final MethodHandle MMAP = handle(
                "mmap",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG));
        private static final MethodHandle MUNMAP = handle(
                "munmap", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        private static final MethodHandle MADVISE = handle(
                "madvise",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

        private Linux() {}

        private static MethodHandle handle(String name, FunctionDescriptor type) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup library = linker.defaultLookup();
            return linker.downcallHandle(library.findOrThrow(name), type);
        }

        static MemorySegment map(Arena arena, long sizeBytes) {
            long mapped = sizeBytes + HUGE_BYTES;
            try {
                long start = (long) MMAP.invokeExact(0L, mapped, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
                if (start == -1) {
                    throw new OutOfMemoryError("the operating system refuses " + (mapped >> 20) + " MiB");
                }
                long aligned = (start + HUGE_BYTES - 1) & -HUGE_BYTES;
                // Without huge pages the memory works all the same.
                int ignored = (int) MADVISE.invokeExact(aligned, sizeBytes, MADV_HUGEPAGE);
                return MemorySegment.ofAddress(aligned).reinterpret(sizeBytes, arena, _ -> unmap(start, mapped));
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("mmap", e);
            }
        }

        private static void unmap(long start, long sizeBytes) {
            try {
                int ignored = (int) MUNMAP.invokeExact(start, sizeBytes);
            } catch (Throwable e) {
                throw new IllegalStateException("munmap", e);
            }
        }
    }
}
