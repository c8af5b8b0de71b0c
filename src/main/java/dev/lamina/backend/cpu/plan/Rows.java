package dev.lamina.backend.cpu.plan;

import dev.lamina.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A matrix of float32 in rows. */
record Rows(MemorySegment segment, int count, int length) {
    /** @param shape with two axes */
    static Rows of(MemorySegment segment, Shape shape) {
        return new Rows(segment, shape.axis(0), shape.axis(1));
    }

    double get(int row, int column) {
        return segment.getAtIndex(ValueLayout.JAVA_FLOAT, (long) row * length + column);
    }

    void set(int row, int column, double value) {
        segment.setAtIndex(ValueLayout.JAVA_FLOAT, (long) row * length + column, (float) value);
    }

    /** ‖row‖. */
    double norm(int row) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            double value = get(row, k);
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** Writes each row of another matrix times a factor of its own and one of all. */
    void scale(Rows from, double[] factors, double factor) {
        for (int row = 0; row < count; row++) {
            double both = factors[row] * factor;
            for (int k = 0; k < length; k++) {
                set(row, k, both * from.get(row, k));
            }
        }
    }
}
