package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Convolution and its adjoints as products of matrices whose elements are gathered from the tensors as they are (implicit
 * GEMM), group by group of channels:
 * <pre>
 *   FORWARD  y [o, (n, i, j)]   = Σ_(c, u, v) w [o, (c, u, v)] · x at tap (u, v) of (n, i, j)
 *   DATA     dx [c, (n, i, j)]  = Σ_(o, u, v) w [(o, u, v), c] · dy where tap (u, v) meets (n, i, j)
 *   WEIGHTS  dw [o, (c, u, v)]  = Σ_(n, i, j) dy [o, (n, i, j)] · x at tap (u, v) of (n, i, j)
 * </pre>
 * A work group of 16 × 16 items computes a tile of 16 or 64 rows and 64 columns: factors come to local memory in strips of
 * depth 16, an item keeps 1 or 4 rows by 4 columns of sums in registers. A long depth is split among several groups.
 */
public final class TiledConvolutions {
    public static final int FORWARD = 0;
    public static final int DATA = 1;
    public static final int WEIGHTS = 2;

    /** Items of a work group across and down. */
    public static final int SIDE = 16;
    /** Columns of a tile. */
    public static final int COLUMNS = 64;

    private static final int STRIP = 16;
    /** Rows of the left strip in local memory; one more than a tile has, so that a column lies in different banks. */
    private static final int LEFT = 65;

    private TiledConvolutions() {}

    /** Rows of the tile for a product of so many rows. */
    public static int tileRows(int productRows) {
        return productRows > SIDE ? 4 * SIDE : SIDE;
    }

    /**
     * One of the three products; a and b are the factors in the order of the formulas, bias −1 for none. Work groups:
     * (tiles across, tiles down, groups of channels · splits); split s of WEIGHTS goes to y + s · (elements of dw).
     */
    public static void laminaTiledConvolution(
            KernelContext context,
            FloatArray m,
            int mode,
            int a,
            int b,
            int bias,
            int y,
            int batch,
            int inputs,
            int height,
            int width,
            int outputs,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int dilation,
            int groups,
            int splits) {
        float[] left = context.allocateFloatLocalArray(STRIP * LEFT);
        float[] right = context.allocateFloatLocalArray(STRIP * COLUMNS);
        int area = side * side;
        int inner = inputs / groups;
        int outer = outputs / groups;
        int group = context.groupIdz / splits;
        int split = context.groupIdz - group * splits;
        int productRows = mode == DATA ? inner : outer;
        int pixels = mode == DATA ? height * width : rows * columns;
        int productColumns = mode == WEIGHTS ? inner * area : batch * pixels;
        int depth = mode == WEIGHTS ? batch * pixels : mode == DATA ? outer * area : inner * area;
        int tall = productRows > SIDE ? 4 : 1;
        int across = context.localIdx;
        int down = context.localIdy;
        int item = down * SIDE + across;
        int firstRow = context.groupIdy * SIDE * tall;
        int firstColumn = context.groupIdx * COLUMNS;
        int length = ((depth + splits - 1) / splits + STRIP - 1) / STRIP * STRIP;
        int end = Math.min(depth, (split + 1) * length);
        float c00 = 0f;
        float c01 = 0f;
        float c02 = 0f;
        float c03 = 0f;
        float c10 = 0f;
        float c11 = 0f;
        float c12 = 0f;
        float c13 = 0f;
        float c20 = 0f;
        float c21 = 0f;
        float c22 = 0f;
        float c23 = 0f;
        float c30 = 0f;
        float c31 = 0f;
        float c32 = 0f;
        float c33 = 0f;
        for (int from = split * length; from < end; from += STRIP) {
            for (int part = 0; part < tall; part++) {
                int row = item / STRIP + SIDE * part;
                int k = from + item % STRIP;
                float value = 0f;
                if (firstRow + row < productRows && k < end) {
                    int r = firstRow + row;
                    if (mode == FORWARD) {
                        value = m.get(a + (group * outer + r) * depth + k);
                    } else if (mode == DATA) {
                        value = m.get(a + ((group * outer + k / area) * inner + r) * area + k % area);
                    } else {
                        int example = k / pixels;
                        value = m.get(a + (example * outputs + group * outer + r) * pixels + k - example * pixels);
                    }
                }
                left[(item % STRIP) * LEFT + row] = value;
            }
            for (int part = 0; part < 4; part++) {
                int strip = mode == WEIGHTS ? item % STRIP : item / COLUMNS + 4 * part;
                int place = mode == WEIGHTS ? item / STRIP + SIDE * part : item % COLUMNS;
                int k = from + strip;
                int column = firstColumn + place;
                float value = 0f;
                if (column < productColumns && k < end) {
                    int tap = mode == WEIGHTS ? column : k;
                    int pixel = mode == WEIGHTS ? k : column;
                    int channel = tap / area;
                    int u = (tap / side) % side;
                    int v = tap % side;
                    int example = pixel / pixels;
                    int within = pixel - example * pixels;
                    if (mode == DATA) {
                        value = upstream(
                                m,
                                b + (example * outputs + group * outer + channel) * rows * columns,
                                within / width + padding - u * dilation,
                                within % width + padding - v * dilation,
                                rows,
                                columns,
                                stride);
                    } else {
                        value = padded(
                                m,
                                b + (example * inputs + group * inner + channel) * height * width,
                                (within / columns) * stride + u * dilation - padding,
                                (within % columns) * stride + v * dilation - padding,
                                height,
                                width);
                    }
                }
                right[strip * COLUMNS + place] = value;
            }
            context.localBarrier();
            for (int k = 0; k < STRIP; k++) {
                float b0 = right[k * COLUMNS + across];
                float b1 = right[k * COLUMNS + across + SIDE];
                float b2 = right[k * COLUMNS + across + 2 * SIDE];
                float b3 = right[k * COLUMNS + across + 3 * SIDE];
                float a0 = left[k * LEFT + down * tall];
                c00 += a0 * b0;
                c01 += a0 * b1;
                c02 += a0 * b2;
                c03 += a0 * b3;
                if (tall == 4) {
                    float a1 = left[k * LEFT + down * 4 + 1];
                    c10 += a1 * b0;
                    c11 += a1 * b1;
                    c12 += a1 * b2;
                    c13 += a1 * b3;
                    float a2 = left[k * LEFT + down * 4 + 2];
                    c20 += a2 * b0;
                    c21 += a2 * b1;
                    c22 += a2 * b2;
                    c23 += a2 * b3;
                    float a3 = left[k * LEFT + down * 4 + 3];
                    c30 += a3 * b0;
                    c31 += a3 * b1;
                    c32 += a3 * b2;
                    c33 += a3 * b3;
                }
            }
            context.localBarrier();
        }
        int row = firstRow + down * tall;
        int outcomes = mode == WEIGHTS ? 1 : mode == DATA ? inputs : outputs;
        int start = mode == WEIGHTS ? y + split * outputs * productColumns : y;
        int channel = group * productRows;
        int offset = bias >= 0 ? bias + channel : -1;
        int plane = mode == WEIGHTS ? productColumns : pixels;
        int column = firstColumn + across;
        store(
                m,
                start,
                offset,
                channel,
                outcomes,
                plane,
                productRows,
                productColumns,
                tall,
                row,
                column,
                c00,
                c10,
                c20,
                c30);
        column += SIDE;
        store(
                m,
                start,
                offset,
                channel,
                outcomes,
                plane,
                productRows,
                productColumns,
                tall,
                row,
                column,
                c01,
                c11,
                c21,
                c31);
        column += SIDE;
        store(
                m,
                start,
                offset,
                channel,
                outcomes,
                plane,
                productRows,
                productColumns,
                tall,
                row,
                column,
                c02,
                c12,
                c22,
                c32);
        column += SIDE;
        store(
                m,
                start,
                offset,
                channel,
                outcomes,
                plane,
                productRows,
                productColumns,
                tall,
                row,
                column,
                c03,
                c13,
                c23,
                c33);
    }

    /** y[i] = Σ_s x[s·n + i] over the splits. */
    public static void laminaSumSplits(KernelContext context, FloatArray m, int x, int y, int splits, int n) {
        int i = context.globalIdx;
        if (i < n) {
            float sum = 0f;
            for (int split = 0; split < splits; split++) {
                sum += m.get(x + split * n + i);
            }
            m.set(y + i, sum);
        }
    }

    private static float padded(FloatArray m, int plane, int row, int column, int height, int width) {
        if (row >= 0 && row < height && column >= 0 && column < width) {
            return m.get(plane + row * width + column);
        }
        return 0f;
    }

    private static float upstream(FloatArray m, int plane, int down, int across, int rows, int columns, int stride) {
        if (down >= 0 && across >= 0 && down % stride == 0 && across % stride == 0) {
            int row = down / stride;
            int column = across / stride;
            if (row < rows && column < columns) {
                return m.get(plane + row * columns + column);
            }
        }
        return 0f;
    }

    /** One column of an item's sums; element (row, column) of the product lies in image column / plane, channel row. */
    private static void store(
            FloatArray m,
            int start,
            int bias,
            int channel,
            int channels,
            int plane,
            int rows,
            int columns,
            int tall,
            int row,
            int column,
            float c0,
            float c1,
            float c2,
            float c3) {
        if (column < columns) {
            int example = column / plane;
            int at = start + (example * channels + channel + row) * plane + column - example * plane;
            if (row < rows) {
                m.set(at, bias >= 0 ? c0 + m.get(bias + row) : c0);
            }
            if (tall == 4 && row + 1 < rows) {
                m.set(at + plane, bias >= 0 ? c1 + m.get(bias + row + 1) : c1);
            }
            if (tall == 4 && row + 2 < rows) {
                m.set(at + 2 * plane, bias >= 0 ? c2 + m.get(bias + row + 2) : c2);
            }
            if (tall == 4 && row + 3 < rows) {
                m.set(at + 3 * plane, bias >= 0 ? c3 + m.get(bias + row + 3) : c3);
            }
        }
    }
}
