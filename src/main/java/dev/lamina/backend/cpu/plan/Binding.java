package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BlockedShape;
import dev.lamina.backend.cpu.kernel.BlockedTensor;
import dev.lamina.backend.cpu.kernel.FlatTensor;
import dev.lamina.backend.cpu.kernel.Precision;
import dev.lamina.backend.cpu.memory.Buffer;
import dev.lamina.backend.cpu.memory.Packing;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Turns tensors of a plan into memory: where the buffers lie, and the arena the launches live in.
 *
 * @param unwanted where all launches write the gradient of a parameter that nobody wants; of no value to anyone
 */
record Binding(Arena arena, Packing packing, MemorySegment intermediates, Workers workers, MemorySegment unwanted) {
    /** Of a parameter of as many channels as a network may have. */
    private static final long UNWANTED_BYTES = 4L * 65536;

    static Binding of(Arena arena, Packing packing, MemorySegment intermediates, Workers workers) {
        return new Binding(arena, packing, intermediates, workers, arena.allocate(UNWANTED_BYTES, 64));
    }

    MemorySegment segment(Tensor tensor) {
        return switch (tensor.buffer()) {
            case Buffer.Fixed fixed -> fixed.segment();
            case Buffer.Planned planned -> intermediates.asSlice(packing.offset(planned), planned.sizeBytes());
        };
    }

    Memory memory(Tensor tensor) {
        return new Memory(tensor.descriptor(), segment(tensor));
    }

    /** A tensor as a row of elements, up to the whole vector its buffer has room for. */
    FlatTensor flat(Tensor tensor) {
        Precision precision = precision(tensor);
        long vectors = (tensor.descriptor().sizeBytes() + Memory.ALIGNMENT_BYTES - 1) / Memory.ALIGNMENT_BYTES;
        return new FlatTensor(vectors * Memory.ALIGNMENT_BYTES / precision.bytes(), precision, segment(tensor));
    }

    private static Precision precision(Tensor tensor) {
        return tensor.descriptor().type() == DataType.BF16 ? Precision.BFLOAT16 : Precision.FLOAT32;
    }

    @Nullable
    BlockedTensor optional(@Nullable Tensor tensor) {
        return tensor == null ? null : blocked(tensor);
    }

    /** A feature map, or features as a map of one pixel, for our own kernels. */
    BlockedTensor blocked(Tensor tensor) {
        long[] lengths = tensor.descriptor().lengths();
        DataType type = tensor.descriptor().type();
        if (!tensor.descriptor().equals(Formats.blocked(type, lengths))) {
            throw new IllegalArgumentException("not blocked: " + tensor.descriptor());
        }
        var shape = new BlockedShape((int) lengths[0], (int) lengths[1], (int) lengths[2], (int) lengths[3]);
        return new BlockedTensor(shape, precision(tensor), segment(tensor));
    }
}
