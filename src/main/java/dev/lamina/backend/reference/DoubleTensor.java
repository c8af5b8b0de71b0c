package dev.lamina.backend.reference;

import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Arrays;

/** Row-major doubles, addressed as [N, C, H, W] where axes that the shape lacks at its end have length 1. */
final class DoubleTensor {
    private final Shape shape;
    private final int batch;
    private final int channels;
    private final int height;
    private final int width;
    private final double[] values;

    DoubleTensor(Shape shape) {
        this.shape = shape;
        this.batch = axis(shape, 0);
        this.channels = axis(shape, 1);
        this.height = axis(shape, 2);
        this.width = axis(shape, 3);
        this.values = new double[Math.toIntExact(shape.size())];
    }

    Shape shape() {
        return shape;
    }

    /** The elements themselves, not a copy. */
    double[] values() {
        return values;
    }

    int size() {
        return values.length;
    }

    int batch() {
        return batch;
    }

    int channels() {
        return channels;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    double get(int n, int c, int i, int j) {
        return values[index(n, c, i, j)];
    }

    void set(int n, int c, int i, int j, double value) {
        values[index(n, c, i, j)] = value;
    }

    void add(int n, int c, int i, int j, double value) {
        values[index(n, c, i, j)] += value;
    }

    boolean inside(int i, int j) {
        return i >= 0 && i < height && j >= 0 && j < width;
    }

    void fill(double value) {
        Arrays.fill(values, value);
    }

    /** Overwrites the elements. */
    void assign(double[] source) {
        if (source.length != values.length) {
            throw new IllegalArgumentException(
                    "shape " + shape + " has " + values.length + " elements, got " + source.length);
        }
        System.arraycopy(source, 0, values, 0, values.length);
    }

    /** Overwrites the elements. */
    void assign(HostTensor source) {
        if (!source.shape().equals(shape)) {
            throw new IllegalArgumentException("needs shape " + shape + ", got " + source.shape());
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = source.values()[k];
        }
    }

    /** A copy rounded to float32. */
    HostTensor toHost() {
        HostTensor host = HostTensor.zeros(shape);
        for (int k = 0; k < values.length; k++) {
            host.values()[k] = (float) values[k];
        }
        return host;
    }

    private static int axis(Shape shape, int index) {
        return index < shape.rank() ? shape.axis(index) : 1;
    }

    private int index(int n, int c, int i, int j) {
        return ((n * channels + c) * height + i) * width + j;
    }
}
