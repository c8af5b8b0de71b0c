package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * Convolution and its adjoints, term by term: x [N, inputs, height, width], w [outputs, inputs / groups, side, side], y [N,
 * outputs, rows, columns].
 */
public final class Convolutions {
    private Convolutions() {}

    /** y = x ⋆ w + bias (−1: none). */
    public static void laminaConvolution(
            KernelContext context,
            FloatArray m,
            int x,
            int w,
            int bias,
            int y,
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
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int left = (i % columns) * stride - padding;
            int top = ((i / columns) % rows) * stride - padding;
            int output = (i / (columns * rows)) % outputs;
            int example = i / (columns * rows * outputs);
            int depth = inputs / groups;
            int source = x + (example * inputs + output / (outputs / groups) * depth) * height * width;
            int weights = w + output * depth * side * side;
            float sum = 0f;
            for (int c = 0; c < depth; c++) {
                for (int u = 0; u < side; u++) {
                    int row = top + u * dilation;
                    for (int v = 0; v < side; v++) {
                        int column = left + v * dilation;
                        if (row >= 0 && row < height && column >= 0 && column < width) {
                            sum += m.get(weights + (c * side + u) * side + v)
                                    * m.get(source + (c * height + row) * width + column);
                        }
                    }
                }
            }
            m.set(y + i, bias >= 0 ? sum + m.get(bias + output) : sum);
        }
    }

    /** dx from dy and w. */
    public static void laminaConvolutionData(
            KernelContext context,
            FloatArray m,
            int dy,
            int w,
            int dx,
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
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int column = i % width + padding;
            int row = (i / width) % height + padding;
            int input = (i / (width * height)) % inputs;
            int example = i / (width * height * inputs);
            int depth = inputs / groups;
            int breadth = outputs / groups;
            int group = input / depth;
            float sum = 0f;
            for (int o = group * breadth; o < (group + 1) * breadth; o++) {
                for (int u = 0; u < side; u++) {
                    int down = row - u * dilation;
                    for (int v = 0; v < side; v++) {
                        int across = column - v * dilation;
                        if (down >= 0 && across >= 0 && down % stride == 0 && across % stride == 0) {
                            int r = down / stride;
                            int c = across / stride;
                            if (r < rows && c < columns) {
                                sum += m.get(w + ((o * depth + input - group * depth) * side + u) * side + v)
                                        * m.get(dy + ((example * outputs + o) * rows + r) * columns + c);
                            }
                        }
                    }
                }
            }
            m.set(dx + i, sum);
        }
    }

    /** dw from x and dy. A group a weight. */
    public static void laminaConvolutionWeights(
            KernelContext context,
            FloatArray m,
            int x,
            int dy,
            int dw,
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
            int groups) {
        float[] part = context.allocateFloatLocalArray(Lanes.GROUP);
        int lane = context.localIdx;
        int weight = context.groupIdx;
        int depth = inputs / groups;
        int v = weight % side;
        int u = (weight / side) % side;
        int c = (weight / (side * side)) % depth;
        int output = weight / (side * side * depth);
        int input = output / (outputs / groups) * depth + c;
        float sum = 0f;
        for (int k = lane; k < batch * rows * columns; k += Lanes.GROUP) {
            int example = k / (rows * columns);
            int pixel = k - example * rows * columns;
            int row = (pixel / columns) * stride + u * dilation - padding;
            int column = (pixel % columns) * stride + v * dilation - padding;
            if (row >= 0 && row < height && column >= 0 && column < width) {
                sum += m.get(x + ((example * inputs + input) * height + row) * width + column)
                        * m.get(dy + (example * outputs + output) * rows * columns + pixel);
            }
        }
        part[lane] = sum;
        for (int half = Lanes.GROUP / 2; half > 0; half >>= 1) {
            context.localBarrier();
            if (lane < half) {
                part[lane] += part[lane + half];
            }
        }
        if (lane == 0) {
            m.set(dw + weight, part[0]);
        }
    }
}
