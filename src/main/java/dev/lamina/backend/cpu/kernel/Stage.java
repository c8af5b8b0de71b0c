package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Chunks of tensors as float32, small enough to stay in the first-level cache between the loops of a fused kernel. A
 * float32 tensor is used where it lies; a bfloat16 one is widened into, or narrowed from, a slot of the member's
 * scratch memory. Element offsets count from the tensor's beginning.
 */
final class Stage {
    /** Elements of a chunk at most. */
    static final int CHUNK = 2048;
    /** Where a member's scratch memory holds the sums of a plane, behind seven slots. */
    static final long SUMS = 7L * CHUNK * Float.BYTES;

    private Stage() {}

    static long slot(int number) {
        return (long) number * CHUNK * Float.BYTES;
    }

    /** The memory in which the tensor's elements are found as float32. */
    static MemorySegment memory(BlockedTensor tensor, MemorySegment scratch) {
        return tensor.isFloat32() ? tensor.memory() : scratch;
    }

    /** The byte offset in {@link #memory} at which a chunk can be read. */
    static long read(BlockedTensor tensor, long element, int length, MemorySegment scratch, int slot) {
        if (tensor.isFloat32()) {
            return element * Float.BYTES;
        }
        Bfloat16.widen(tensor.memory(), element * Short.BYTES, scratch, slot(slot), length);
        return slot(slot);
    }

    /** The byte offset in {@link #memory} at which a chunk is to be written; {@link #wrote} completes it. */
    static long write(BlockedTensor tensor, long element, int slot) {
        return tensor.isFloat32() ? element * Float.BYTES : slot(slot);
    }

    static void wrote(BlockedTensor tensor, long element, int length, MemorySegment scratch, int slot) {
        if (!tensor.isFloat32()) {
            Bfloat16.narrow(scratch, slot(slot), tensor.memory(), element * Short.BYTES, length);
        }
    }
}
