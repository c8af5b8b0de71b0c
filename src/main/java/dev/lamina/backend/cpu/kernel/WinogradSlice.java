package dev.lamina.backend.cpu.kernel;

/** How input channels lie in transformed tiles. */
final class WinogradSlice {
    /** Channels that lie side by side in a tile of v; a constant, so that six tiles need one index. */
    static final int SLICE = Lanes.COUNT == 16 ? 16 : 32;

    private WinogradSlice() {}

    /** Channels of a slice, of so many that are left; where slices are blocks, a constant. */
    static int channels(int left) {
        return SLICE == Lanes.COUNT ? SLICE : Math.min(SLICE, left);
    }
}
