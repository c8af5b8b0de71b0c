package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.Precision;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Layout;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;

/** The layouts of values by default: feature maps blocked in the session's precision, all else plain float32. */
record Formats(DataType activations) {
    static Formats of(Precision precision) {
        return new Formats(
                switch (precision) {
                    case F32, TF32 -> DataType.F32;
                    case BF16 -> DataType.BF16;
                });
    }

    MemoryDescriptor standard(Shape shape) {
        return shape.rank() == 4 ? blocked(shape) : plain(shape);
    }

    MemoryDescriptor blocked(Shape shape) {
        return blocked(activations, lengths(shape));
    }

    static MemoryDescriptor blocked(DataType type, long... lengths) {
        return MemoryDescriptor.of(type, Layout.blocked(Lanes.COUNT), lengths);
    }

    static MemoryDescriptor plain(Shape shape) {
        return plain(lengths(shape));
    }

    static MemoryDescriptor plain(long... lengths) {
        return MemoryDescriptor.of(DataType.F32, Layout.plain(lengths.length), lengths);
    }

    /** Features [N, F] as a blocked map [N, F, 1, 1]. */
    static MemoryDescriptor mapOfFeatures(Value features) {
        Shape shape = features.shape();
        return blocked(DataType.F32, shape.axis(0), shape.axis(1), 1, 1);
    }

    /** Whether a blocked map of one pixel lies in memory as plain float32 [N, F] would. */
    static boolean isPlainInMemory(MemoryDescriptor map) {
        long[] lengths = map.lengths();
        return lengths.length == 4
                && map.type() == DataType.F32
                && lengths[1] % Lanes.COUNT == 0
                && lengths[2] * lengths[3] == 1;
    }

    /** A shape's axes; a scalar counts as one element. */
    static long[] lengths(Shape shape) {
        return shape.rank() == 0
                ? new long[] {1}
                : shape.axes().stream().mapToLong(Integer::longValue).toArray();
    }
}
