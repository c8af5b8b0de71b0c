package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** The p-norm of windows of planes [height, width] to [rows, columns]. Formulas: {@link dev.lamina.nn.layer.LpPool}. */
public final class NormPooling {
    private NormPooling() {}

    /** y: drawn by the largest magnitude; where that is 0, infinite or no number, it is the norm. */
    public static void laminaNormPool(
            KernelContext context,
            FloatArray m,
            int x,
            int y,
            float p,
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
            float largest = 0f;
            for (int u = 0; u < side; u++) {
                for (int v = 0; v < side; v++) {
                    int row = top + u;
                    int column = left + v;
                    if (row >= 0 && row < height && column >= 0 && column < width) {
                        float value = TornadoMath.abs(m.get(x + (plane * height + row) * width + column));
                        if (value > largest || Float.isNaN(value)) {
                            largest = value;
                        }
                    }
                }
            }
            float norm = largest;
            if (largest > 0f && largest <= Float.MAX_VALUE) {
                float sum = 0f;
                for (int u = 0; u < side; u++) {
                    for (int v = 0; v < side; v++) {
                        int row = top + u;
                        int column = left + v;
                        if (row >= 0 && row < height && column >= 0 && column < width) {
                            float value = TornadoMath.abs(m.get(x + (plane * height + row) * width + column));
                            sum += power(value / largest, p);
                        }
                    }
                }
                norm = largest * power(sum, 1f / p);
            }
            m.set(y + i, norm);
        }
    }

    /** dx: the sum over the windows that a pixel lies in of dy sign(x) (|x|/y)^(p−1). */
    public static void laminaNormPoolBackward(
            KernelContext context,
            FloatArray m,
            int x,
            int y,
            int dy,
            int dx,
            float p,
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
            float value = m.get(x + i);
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
                            float norm = m.get(y + window);
                            if (norm != 0f) {
                                sum += m.get(dy + window) * power(TornadoMath.abs(value) / norm, p - 1f);
                            }
                        }
                    }
                }
            }
            float signed = value < 0f ? -sum : sum;
            m.set(dx + i, value == 0f ? 0f : signed);
        }
    }

    /** Of a value that is not negative, by functions the other kernels use too. */
    private static float power(float value, float p) {
        float result = TornadoMath.exp(p * TornadoMath.log(value));
        if (p == 0f) {
            result = 1f;
        } else if (value == 0f) {
            result = 0f;
        } else if (p == 1f) {
            result = value;
        } else if (p == 2f) {
            result = value * value;
        } else if (p == 0.5f) {
            result = TornadoMath.sqrt(value);
        }
        return result;
    }
}
