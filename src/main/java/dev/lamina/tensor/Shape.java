package dev.lamina.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lengths of a tensor's axes, outermost first, row-major: [N, channels, height, width] or [N, features].
 * A shape without the batch axis is that of one example.
 */
public record Shape(List<Integer> axes) {
    public Shape {
        axes = List.copyOf(axes);
        for (int axis : axes) {
            if (axis < 1) {
                throw new IllegalArgumentException("every axis of a shape is at least 1, got " + axes);
            }
        }
    }

    public static Shape of(int... axes) {
        return new Shape(Arrays.stream(axes).boxed().toList());
    }

    public int rank() {
        return axes.size();
    }

    public int axis(int index) {
        return axes.get(index);
    }

    /** The number of elements, 1 for a scalar. */
    public long size() {
        long size = 1;
        for (int axis : axes) {
            size = Math.multiplyExact(size, (long) axis);
        }
        return size;
    }

    /** This shape with a batch axis of the given length before it. */
    public Shape batched(int batchSize) {
        int[] lengths = new int[rank() + 1];
        lengths[0] = batchSize;
        for (int i = 0; i < rank(); i++) {
            lengths[i + 1] = axis(i);
        }
        return of(lengths);
    }

    /** This shape without its first (batch) axis. */
    public Shape withoutBatch() {
        return new Shape(axes.subList(1, rank()));
    }

    /** Axes joined by a multiplication sign, as in 64×32×32. */
    @Override
    public String toString() {
        return axes.isEmpty() ? "scalar" : axes.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
