package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * What surrounds a convolution that is computed as a product of matrices in arrays of their own (im2col), row-major, M = N ·
 * rows · columns pixels:
 * <pre>
 *   taps    [inputs · side · side, M]   x at tap (c, u, v) of pixel (n, i, j), 0 outside
 *   weights [outputs, inputs · side · side]
 *   pixels  [outputs, M]                y or dy, channels first
 * </pre>
 * and the product itself where no library computes it.
 */
public final class ExplicitProducts {
    /** Rows and columns of a tile; a work group has TILE × TILE items and computes one tile of the product. */
    public static final int TILE = 16;

    private ExplicitProducts() {}

    /** taps from x. */
    public static void laminaTaps(
            KernelContext context,
            FloatArray m,
            int x,
            FloatArray taps,
            int inputs,
            int height,
            int width,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int dilation,
            int pixels,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int tap = i / pixels;
            int pixel = i - tap * pixels;
            int row = ((pixel / columns) % rows) * stride + ((tap / side) % side) * dilation - padding;
            int column = (pixel % columns) * stride + (tap % side) * dilation - padding;
            int plane = pixel / (rows * columns) * inputs + tap / (side * side);
            float value = 0f;
            if (row >= 0 && row < height && column >= 0 && column < width) {
                value = m.get(x + (plane * height + row) * width + column);
            }
            taps.set(i, value);
        }
    }

    /** dx, each element the sum of the taps that read it. */
    public static void laminaTapSums(
            KernelContext context,
            FloatArray m,
            FloatArray taps,
            int dx,
            int inputs,
            int height,
            int width,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int dilation,
            int pixels,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int column = i % width + padding;
            int row = (i / width) % height + padding;
            int input = (i / (width * height)) % inputs;
            int example = i / (width * height * inputs);
            float sum = 0f;
            for (int u = 0; u < side; u++) {
                int down = row - u * dilation;
                for (int v = 0; v < side; v++) {
                    int across = column - v * dilation;
                    if (down >= 0 && across >= 0 && down % stride == 0 && across % stride == 0) {
                        int r = down / stride;
                        int c = across / stride;
                        if (r < rows && c < columns) {
                            sum += taps.get(
                                    ((input * side + u) * side + v) * pixels + (example * rows + r) * columns + c);
                        }
                    }
                }
            }
            m.set(dx + i, sum);
        }
    }

    /** pixels [outputs, M] from y [N, outputs, plane]. */
    public static void laminaChannelsFirst(
            KernelContext context, FloatArray m, int y, FloatArray pixels, int outputs, int plane, int n) {
        int i = context.globalIdx;
        if (i < n) {
            int place = i % plane;
            int output = (i / plane) % outputs;
            int example = i / (plane * outputs);
            pixels.set((output * (n / outputs)) + example * plane + place, m.get(y + i));
        }
    }

    /** y [N, outputs, plane] = pixels [outputs, M] + bias (−1: none). */
    public static void laminaExamplesFirst(
            KernelContext context, FloatArray m, FloatArray pixels, int bias, int y, int outputs, int plane, int n) {
        int i = context.globalIdx;
        if (i < n) {
            int place = i % plane;
            int output = (i / plane) % outputs;
            int example = i / (plane * outputs);
            float value = pixels.get((output * (n / outputs)) + example * plane + place);
            m.set(y + i, bias >= 0 ? value + m.get(bias + output) : value);
        }
    }

    /**
     * C = op(A) op(B) of column-major matrices as BLAS has it: C [m, n], op(A) [m, k], op(B) [k, n], op transposes where
     * its flag is 1. Work items: (m, n) in whole tiles.
     */
    public static void laminaGemm(
            KernelContext context,
            int transposeA,
            int transposeB,
            int m,
            int n,
            int k,
            FloatArray a,
            int strideA,
            FloatArray b,
            int strideB,
            FloatArray c,
            int strideC) {
        float[] left = context.allocateFloatLocalArray(TILE * TILE);
        float[] right = context.allocateFloatLocalArray(TILE * TILE);
        int x = context.localIdx;
        int z = context.localIdy;
        int row = TILE * context.groupIdx + x;
        int column = TILE * context.groupIdy + z;
        float sum = 0f;
        for (int from = 0; from < k; from += TILE) {
            float av = 0f;
            int depth = from + z;
            if (row < m && depth < k) {
                av = a.get(transposeA == 1 ? row * strideA + depth : depth * strideA + row);
            }
            float bv = 0f;
            depth = from + x;
            if (column < n && depth < k) {
                bv = b.get(transposeB == 1 ? depth * strideB + column : column * strideB + depth);
            }
            left[z * TILE + x] = av;
            right[z * TILE + x] = bv;
            context.localBarrier();
            for (int i = 0; i < TILE; i++) {
                sum += left[i * TILE + x] * right[z * TILE + i];
            }
            context.localBarrier();
        }
        if (row < m && column < n) {
            c.set(column * strideC + row, sum);
        }
    }
}
