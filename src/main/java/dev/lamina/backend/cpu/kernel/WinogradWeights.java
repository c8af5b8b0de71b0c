package dev.lamina.backend.cpu.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms of 3×3 weights in the layout OIhw16i16o: [output block][input block][3][3][16 inputs][16 outputs].
 * Backward data reads the same master weights, with taps turned by 180° and blocks transposed on the way.
 */
final class WinogradWeights {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    private static final int TAPS = 9;
    private static final int BLOCK = 256;

    private WinogradWeights() {}

    /**
     * u[k][input block][16 inputs][group][16 outputs] of one group of output blocks, k us floats apart, for forward.
     * @param g the geometry of the forward convolution
     */
    static void forward(WinogradGeometry g, WinogradScratch.Member own, long w, int group, float[] u, int uo, int us) {
        int width = g.group();
        for (int b = 0; b < width; b++) {
            for (int i = 0; i < g.inputBlocks(); i++) {
                long block = blockOffset(group * width + b, g.inputBlocks(), i);
                copy(w + block, own.taps);
                transform(own, u, uo + i * BLOCK * width + b * 16, us, width * 16);
            }
        }
    }

    /**
     * The same for backward data, whose output is the forward convolution's input.
     * @param g the geometry of the backward convolution, the transposed one
     */
    static void backward(WinogradGeometry g, WinogradScratch.Member own, long w, int group, float[] u, int uo, int us) {
        int width = g.group();
        for (int b = 0; b < width; b++) {
            for (int o = 0; o < g.inputBlocks(); o++) {
                long block = blockOffset(o, g.outputBlocks(), group * width + b);
                for (int tap = 0; tap < TAPS; tap++) {
                    transpose(w + block + (long) (TAPS - 1 - tap) * BLOCK * Float.BYTES, own.taps, tap * BLOCK);
                }
                transform(own, u, uo + o * BLOCK * width + b * 16, us, width * 16);
            }
        }
    }

    private static long blockOffset(long outputBlock, int inputBlocks, int inputBlock) {
        return (outputBlock * inputBlocks + inputBlock) * TAPS * BLOCK * Float.BYTES;
    }

    private static void copy(long from, float[] taps) {
        for (int i = 0; i < TAPS * BLOCK; i += 16) {
            Memory.load(from + i * 4L).intoArray(taps, i);
        }
    }

    private static void transpose(long from, float[] taps, int to) {
        for (int i = 0; i < 16; i++) {
            for (int o = 0; o < 16; o++) {
                taps[to + o * 16 + i] = Memory.get(from + (i * 16 + o) * 4L);
            }
        }
    }

    /** u = G g Gᵀ of the 16 channels in {@code own.taps}: [tap][16][16 lanes]. */
    private static void transform(WinogradScratch.Member own, float[] u, int uo, int us, int channelStride) {
        float[] taps = own.taps;
        float[] half = own.half;
        for (int c = 0; c < 16; c++) {
            for (int s = 0; s < 3; s++) {
                int at = s * BLOCK + c * 16;
                FloatVector g0 = FloatVector.fromArray(FLOATS, taps, at);
                FloatVector g1 = FloatVector.fromArray(FLOATS, taps, at + 3 * BLOCK);
                FloatVector g2 = FloatVector.fromArray(FLOATS, taps, at + 6 * BLOCK);
                WinogradTile.weights(g0, g1, g2, half, s * 16, 48);
            }
            for (int r = 0; r < 6; r++) {
                FloatVector g0 = FloatVector.fromArray(FLOATS, half, r * 48);
                FloatVector g1 = FloatVector.fromArray(FLOATS, half, r * 48 + 16);
                FloatVector g2 = FloatVector.fromArray(FLOATS, half, r * 48 + 32);
                WinogradTile.weights(g0, g1, g2, u, uo + c * channelStride + 6 * r * us, us);
            }
        }
    }

    /** sum[i] += other[i] for whole vectors. */
    static void addInto(long sum, long other, int floats) {
        int end = floats * Float.BYTES;
        for (int i = 0; i < end; i += 64) {
            Memory.store(Memory.load(sum + i).add(Memory.load(other + i)), sum + i);
        }
    }

    /**
     * dw = Gᵀ du G for one input channel and one output block.
     * @param du  of this channel and block, k kBytes apart
     * @param dw  address of the 16 outputs of tap 0; taps are 256 floats apart
     */
    static void gradientOut(long du, long kBytes, long work, long dw, Store store) {
        for (int s = 0; s < 6; s++) {
            WinogradTile.weightGradient(du + s * kBytes, 6 * kBytes, work + s * 64L, 6 * 64);
        }
        long row = work + 18 * 64;
        for (int r = 0; r < 3; r++) {
            WinogradTile.weightGradient(work + r * 384L, 64, row, 64);
            for (int s = 0; s < 3; s++) {
                FloatVector sum = Memory.load(row + s * 64L);
                long to = dw + (r * 3L + s) * BLOCK * Float.BYTES;
                Memory.store(store == Store.ADD ? sum.add(Memory.load(to)) : sum, to);
            }
        }
    }

    /** What happens to the destination's old value. */
    enum Store {
        OVERWRITE,
        ADD
    }
}
