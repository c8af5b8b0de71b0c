package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.COUNT;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;
import static dev.lamina.backend.cpu.kernel.Memory.ALL;

import jdk.incubator.vector.FloatVector;

/**
 * Transforms of 3×3 weights in the layout OIhw{B}i{B}o: [output block][input block][3][3][B inputs][B outputs].
 * Backward data reads the same master weights, with taps turned by 180° and blocks transposed on the way.
 */
final class WinogradWeights {
    private static final int TAPS = 9;
    private static final int BLOCK = COUNT * COUNT;

    private WinogradWeights() {}

    /**
     * u[k][input channel][group][B outputs] of one group of output blocks, k us floats apart, for forward.
     * @param g the geometry of the forward convolution
     */
    static void forward(WinogradGeometry g, WinogradScratch.Member own, long w, int group, float[] u, int uo, int us) {
        int width = g.group();
        for (int b = 0; b < width; b++) {
            for (int i = 0; i < g.inputBlocks(); i++) {
                long block = blockOffset(group * width + b, g.inputBlocks(), i);
                copy(w + block, own.taps);
                transform(own, u, uo + i * BLOCK * width + b * COUNT, us, width * COUNT);
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
                transform(own, u, uo + o * BLOCK * width + b * COUNT, us, width * COUNT);
            }
        }
    }

    private static long blockOffset(long outputBlock, int inputBlocks, int inputBlock) {
        return (outputBlock * inputBlocks + inputBlock) * TAPS * BLOCK * Float.BYTES;
    }

    private static void copy(long from, float[] taps) {
        for (int i = 0; i < TAPS * BLOCK; i += COUNT) {
            Memory.load(from + i * 4L).intoArray(taps, i);
        }
    }

    private static void transpose(long from, float[] taps, int to) {
        for (int i = 0; i < COUNT; i++) {
            for (int o = 0; o < COUNT; o++) {
                taps[to + o * COUNT + i] = Memory.get(from + (i * COUNT + o) * 4L);
            }
        }
    }

    /** u = G g Gᵀ of the B channels in {@code own.taps}: [tap][B][B lanes]. */
    private static void transform(WinogradScratch.Member own, float[] u, int uo, int us, int channelStride) {
        float[] taps = own.taps;
        float[] half = own.half;
        for (int c = 0; c < COUNT; c++) {
            for (int s = 0; s < 3; s++) {
                int at = s * BLOCK + c * COUNT;
                FloatVector g0 = FloatVector.fromArray(FLOATS, taps, at);
                FloatVector g1 = FloatVector.fromArray(FLOATS, taps, at + 3 * BLOCK);
                FloatVector g2 = FloatVector.fromArray(FLOATS, taps, at + 6 * BLOCK);
                WinogradTile.weights(g0, g1, g2, half, s * COUNT, 3 * COUNT);
            }
            for (int r = 0; r < 6; r++) {
                FloatVector g0 = FloatVector.fromArray(FLOATS, half, 3 * r * COUNT);
                FloatVector g1 = FloatVector.fromArray(FLOATS, half, (3 * r + 1) * COUNT);
                FloatVector g2 = FloatVector.fromArray(FLOATS, half, (3 * r + 2) * COUNT);
                WinogradTile.weights(g0, g1, g2, u, uo + c * channelStride + 6 * r * us, us);
            }
        }
    }

    /** sum[i] += other[i] for whole vectors. */
    static void addInto(long sum, long other, int floats) {
        int end = floats * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            Memory.store(Memory.load(sum + i).add(Memory.load(other + i)), sum + i);
        }
    }

    /**
     * dw = Gᵀ du G for one input channel and one output block.
     * @param du  of this channel and block, k kBytes apart
     * @param dw  address of the B outputs of tap 0; taps are B² floats apart
     */
    static void gradientOut(long du, long kBytes, long work, long dw, Store store) {
        for (int s = 0; s < 6; s++) {
            WinogradTile.weightGradient(du + s * kBytes, 6 * kBytes, work + (long) s * BYTES, 6L * BYTES);
        }
        long row = work + 18L * BYTES;
        for (int r = 0; r < 3; r++) {
            WinogradTile.weightGradient(work + 6L * r * BYTES, BYTES, row, BYTES);
            for (int s = 0; s < 3; s++) {
                FloatVector sum = FloatVector.fromMemorySegment(FLOATS, ALL, row + (long) s * BYTES, ORDER);
                long to = dw + (r * 3L + s) * BLOCK * Float.BYTES;
                if (store == Store.ADD) {
                    sum.add(FloatVector.fromMemorySegment(FLOATS, ALL, to, ORDER))
                            .intoMemorySegment(ALL, to, ORDER);
                } else {
                    sum.intoMemorySegment(ALL, to, ORDER);
                }
            }
        }
    }

    /** What happens to the destination's old value. */
    enum Store {
        OVERWRITE,
        ADD
    }
}
