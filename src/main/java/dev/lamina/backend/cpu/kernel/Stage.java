package dev.lamina.backend.cpu.kernel;

/**
 * Chunks of tensors as float32, small enough to stay in the first-level cache between the loops of a fused kernel. A
 * float32 tensor is used where it lies; a bfloat16 one is widened into, or narrowed from, a slot of the member's
 * scratch memory. Element offsets count from the tensor's beginning; results are addresses.
 */
final class Stage {
    /** Elements of a chunk at most. */
    static final int CHUNK = 2048;

    private static final int SLOTS = 7;
    /** The slot that {@link ActivationKernel}s may use for themselves. */
    static final int SPARE = SLOTS - 1;

    private Stage() {}

    static long slot(long scratch, int number) {
        return scratch + (long) number * CHUNK * Float.BYTES;
    }

    /** Where a member's scratch memory holds the sums of a plane, behind seven slots. */
    static long sums(long scratch) {
        return slot(scratch, SLOTS);
    }

    /** Reads a chunk and says where it is float32. */
    static long read(Stored tensor, long element, int length, long scratch, int slot) {
        if (tensor.isFloat32()) {
            return tensor.address() + element * Float.BYTES;
        }
        Bfloat16.widen(tensor.address() + element * Short.BYTES, slot(scratch, slot), length);
        return slot(scratch, slot);
    }

    /** Where a chunk is to be written as float32; {@link #wrote} completes it. */
    static long write(Stored tensor, long element, long scratch, int slot) {
        return tensor.isFloat32() ? tensor.address() + element * Float.BYTES : slot(scratch, slot);
    }

    static void wrote(Stored tensor, long element, int length, long scratch, int slot) {
        if (!tensor.isFloat32()) {
            Bfloat16.narrow(slot(scratch, slot), tensor.address() + element * Short.BYTES, length);
        }
    }

    /** A tensor's last elements, fewer than a vector, followed by zeros: where they can be read as float32. */
    static long fetch(FlatTensor tensor, long element, int length, long scratch, int slot) {
        long to = slot(scratch, slot);
        long raw = tensor.isFloat32() ? to : to + Lanes.BYTES;
        int bytes = tensor.precision().bytes();
        Memory.zero(raw, Lanes.BYTES);
        Memory.copy(tensor.address() + element * bytes, raw, (long) length * bytes);
        if (!tensor.isFloat32()) {
            Bfloat16.widen(raw, to, Lanes.COUNT);
        }
        return to;
    }
}
