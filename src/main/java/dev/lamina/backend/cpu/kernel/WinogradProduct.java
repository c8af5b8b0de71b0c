package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.WinogradSlice.SLICE;

/**
 * The 36 small matrix products of a Winograd convolution: m[t][o] = Σ_i v[t][i] u[i][o], o in vectors of B lanes.
 */
final class WinogradProduct {
    /** More tiles than asked for that v and m need room for: the last step may reach over. */
    static final int OVERHANG = 23;

    private WinogradProduct() {}

    /**
     * All tiles against one group of output blocks.
     * @param v       input tiles [slice of channels][tile][SLICE], slices vs floats apart
     * @param u       weights [input channel][group][B lanes]
     * @param m       address of output tiles [group][B lanes], tiles mBytes apart, overwritten
     * @param inputs  input channels
     */
    static void multiply(
            int group, int tiles, float[] v, int vo, int vs, float[] u, int uo, long m, long mBytes, int inputs) {
        int step = tileStep(group);
        for (int t = 0; t < tiles; t += step) {
            int x = vo + t * SLICE;
            long to = m + t * mBytes;
            switch (step) {
                case 24 -> WinogradProductOf32.multiply1x24(v, x, vs, u, uo, to, mBytes, inputs);
                case 12 -> WinogradProductOf32.multiply2x12(v, x, vs, u, uo, to, mBytes, inputs);
                case 7 -> WinogradProductOf16.multiply1x7(v, x, vs, u, uo, to, mBytes, inputs);
                case 4 -> WinogradProductOf16.multiply2x4(v, x, vs, u, uo, to, mBytes, inputs);
                default -> WinogradProductOf32.multiply4x6(v, x, vs, u, uo, to, mBytes, inputs);
            }
        }
    }

    /** Tiles of one product of so many output blocks. */
    private static int tileStep(int group) {
        return switch (group) {
            case 1 -> Lanes.REGISTERS == 32 ? 24 : 7;
            case 2 -> Lanes.REGISTERS == 32 ? 12 : 4;
            default -> 6;
        };
    }
}
