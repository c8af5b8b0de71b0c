package dev.lamina.backend.cpu.kernel;

/**
 * Up to four float32 tensors of one length that a loop runs over in step, updating them in place; the last elements,
 * if they do not fill a vector, go through copies in a vector of zeros.
 */
final class FlatRange {
    /** A loop over whole vectors at up to four addresses. */
    @FunctionalInterface
    interface Loop {
        void run(long a, long b, long c, long d, int length);
    }

    private static final int PART = 1 << 20;

    private final FlatTensor[] tensors;

    FlatRange(FlatTensor... tensors) {
        this.tensors = tensors.clone();
        for (FlatTensor tensor : tensors) {
            if (!tensor.isFloat32() || tensor.length() != tensors[0].length()) {
                throw new IllegalArgumentException(
                        "expected float32 tensors of one length, got " + tensor + " beside " + tensors[0]);
            }
        }
    }

    private long address(int i) {
        return tensors[Math.min(i, tensors.length - 1)].address();
    }

    void share(int member, int size, long scratch, Loop loop) {
        long length = tensors[0].length();
        long end = Team.start(length, Lanes.COUNT, member + 1, size);
        long whole = end / Lanes.COUNT * Lanes.COUNT;
        for (long from = Team.start(length, Lanes.COUNT, member, size); from < whole; from += PART) {
            int part = (int) Math.min(PART, whole - from);
            long at = from * Float.BYTES;
            loop.run(address(0) + at, address(1) + at, address(2) + at, address(3) + at, part);
        }
        if (whole < end) {
            tail(whole, (int) (end - whole), scratch, loop);
        }
    }

    private void tail(long from, int length, long copies, Loop loop) {
        Memory.zero(copies, 4L * Lanes.BYTES);
        for (int i = 0; i < tensors.length; i++) {
            Memory.copy(tensors[i].address() + from * Float.BYTES, copies + (long) i * Lanes.BYTES, length * 4L);
        }
        loop.run(copies, copies + Lanes.BYTES, copies + 2L * Lanes.BYTES, copies + 3L * Lanes.BYTES, Lanes.COUNT);
        for (int i = 0; i < tensors.length; i++) {
            Memory.copy(copies + (long) i * Lanes.BYTES, tensors[i].address() + from * Float.BYTES, length * 4L);
        }
    }
}
