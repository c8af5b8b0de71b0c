package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** Pooling of planes [height, width] to [rows, columns]. A winner is kept as its place row·width + column; NaN wins. */
public final class Pooling {
    private Pooling() {}

    /** y and winner: the largest pixel of each window, the first of equal ones. */
    public static void laminaMaxPool(
            KernelContext context,
            FloatArray m,
            int x,
            int y,
            int winner,
            int height,
            int width,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int plane = i / (rows * columns);
            int top = ((i / columns) % rows) * stride - padding;
            int left = (i % columns) * stride - padding;
            float best = 0f;
            int place = -1;
            for (int u = 0; u < side; u++) {
                for (int v = 0; v < side; v++) {
                    int row = top + u;
                    int column = left + v;
                    if (row >= 0 && row < height && column >= 0 && column < width) {
                        float value = m.get(x + (plane * height + row) * width + column);
                        if (place < 0 || value > best || Float.isNaN(value)) {
                            best = value;
                            place = row * width + column;
                        }
                    }
                }
            }
            m.set(y + i, best);
            m.set(winner + i, place);
        }
    }

    /** dx: the sum of dy over the windows that a pixel won. */
    public static void laminaMaxPoolBackward(
            KernelContext context,
            FloatArray m,
            int dy,
            int winner,
            int dx,
            int height,
            int width,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int plane = i / (height * width);
            int row = (i / width) % height;
            int column = i % width;
            int place = row * width + column;
            float sum = 0f;
            for (int u = 0; u < side; u++) {
                int down = row + padding - u;
                for (int v = 0; v < side; v++) {
                    int across = column + padding - v;
                    if (down >= 0 && across >= 0 && down % stride == 0 && across % stride == 0) {
                        int r = down / stride;
                        int c = across / stride;
                        if (r < rows && c < columns) {
                            int window = (plane * rows + r) * columns + c;
                            if ((int) m.get(winner + window) == place) {
                                sum += m.get(dy + window);
                            }
                        }
                    }
                }
            }
            m.set(dx + i, sum);
        }
    }

    /** y: the mean of each window over the pixels inside the plane. */
    public static void laminaAveragePool(
            KernelContext context,
            FloatArray m,
            int x,
            int y,
            int height,
            int width,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int plane = i / (rows * columns);
            int top = ((i / columns) % rows) * stride - padding;
            int left = (i % columns) * stride - padding;
            float sum = 0f;
            for (int u = 0; u < side; u++) {
                for (int v = 0; v < side; v++) {
                    int row = top + u;
                    int column = left + v;
                    if (row >= 0 && row < height && column >= 0 && column < width) {
                        sum += m.get(x + (plane * height + row) * width + column);
                    }
                }
            }
            m.set(y + i, sum / pixels(top, left, side, height, width));
        }
    }

    /** dx: the sum over the windows that a pixel lies in of dy / pixels of the window. */
    public static void laminaAveragePoolBackward(
            KernelContext context,
            FloatArray m,
            int dy,
            int dx,
            int height,
            int width,
            int rows,
            int columns,
            int side,
            int stride,
            int padding,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int plane = i / (height * width);
            int row = (i / width) % height;
            int column = i % width;
            float sum = 0f;
            for (int u = 0; u < side; u++) {
                int down = row + padding - u;
                for (int v = 0; v < side; v++) {
                    int across = column + padding - v;
                    if (down >= 0 && across >= 0 && down % stride == 0 && across % stride == 0) {
                        int r = down / stride;
                        int c = across / stride;
                        if (r < rows && c < columns) {
                            float count = pixels(r * stride - padding, c * stride - padding, side, height, width);
                            sum += m.get(dy + (plane * rows + r) * columns + c) / count;
                        }
                    }
                }
            }
            m.set(dx + i, sum);
        }
    }

    /** y[i] = mean of plane i. */
    public static void laminaGlobalAverage(KernelContext context, FloatArray m, int x, int y, int plane, int n) {
        int i = context.globalIdx;
        if (i < n) {
            float sum = 0f;
            for (int k = 0; k < plane; k++) {
                sum += m.get(x + i * plane + k);
            }
            m.set(y + i, sum / plane);
        }
    }

    /** dx[i, k] = dy[i] / plane. */
    public static void laminaGlobalAverageBackward(
            KernelContext context, FloatArray m, int dy, int dx, int plane, int n) {
        int i = context.globalIdx;
        if (i < n) {
            m.set(dx + i, m.get(dy + i / plane) / plane);
        }
    }

    private static int pixels(int top, int left, int side, int height, int width) {
        int rows = Math.min(top + side, height) - Math.max(top, 0);
        int columns = Math.min(left + side, width) - Math.max(left, 0);
        return rows * columns;
    }
}
