package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.memory.Buffer;
import dev.lamina.backend.cpu.memory.Pages;
import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.Launch;
import dev.lamina.backend.cpu.onednn.Memory;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.Reorder;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The persistent values of a session, each in the layout its kernels favor, all of one program side by side in a flat
 * stretch of memory. They are seen in plain order only by {@link #read} and {@link #write}.
 */
public final class ParameterStore {
    /** Values start on cache lines. */
    private static final long ALIGNMENT_BYTES = 64;

    private record Stored(Shape shape, MemoryDescriptor descriptor, MemorySegment segment, boolean plain) {
        static Stored of(Shape shape, MemoryDescriptor descriptor, MemorySegment segment) {
            return new Stored(shape, descriptor, segment, descriptor.equals(Formats.plain(descriptor.lengths())));
        }

        Memory memory() {
            return new Memory(descriptor, segment);
        }
    }

    private final Map<String, Stored> values = new LinkedHashMap<>();
    private final Arena arena;
    private long sizeBytes;

    public ParameterStore(Arena arena) {
        this.arena = arena;
    }

    /** The layout a value is kept in, if it is here already. */
    Optional<MemoryDescriptor> layout(String name) {
        return Optional.ofNullable(values.get(name)).map(Stored::descriptor);
    }

    /** Makes room, filled with zeros, for those values that are not here yet. */
    void add(Map<Value, MemoryDescriptor> wanted) {
        Map<Value, MemoryDescriptor> missing = new LinkedHashMap<>(wanted);
        missing.keySet().removeIf(value -> values.containsKey(value.name()));
        long bytes =
                missing.values().stream().mapToLong(ParameterStore::paddedBytes).sum();
        if (bytes == 0) {
            return;
        }
        MemorySegment chunk = Pages.allocate(arena, bytes);
        sizeBytes += chunk.byteSize();
        long offset = 0;
        for (Map.Entry<Value, MemoryDescriptor> entry : missing.entrySet()) {
            long size = paddedBytes(entry.getValue());
            values.put(
                    entry.getKey().name(),
                    Stored.of(entry.getKey().shape(), entry.getValue(), chunk.asSlice(offset, size)));
            offset += size;
        }
    }

    private static long paddedBytes(MemoryDescriptor descriptor) {
        return (descriptor.sizeBytes() + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
    }

    Tensor tensor(Value value) {
        Stored stored = stored(value.name());
        if (!stored.shape.equals(value.shape())) {
            throw new IllegalArgumentException(
                    value.name() + " has shape " + value.shape() + " here and " + stored.shape + " in the session");
        }
        return new Tensor(stored.descriptor, new Buffer.Fixed(stored.segment));
    }

    private Stored stored(String name) {
        Stored stored = values.get(name);
        if (stored == null) {
            throw new IllegalArgumentException("the session has no value " + name + "; it has " + values.keySet());
        }
        return stored;
    }

    private Stored fitting(String name, HostTensor tensor) {
        Stored stored = stored(name);
        if (!stored.shape.equals(tensor.shape())) {
            throw new IllegalArgumentException(name + " has shape " + stored.shape + ", got " + tensor.shape());
        }
        return stored;
    }

    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** A copy of a value in plain row-major order. */
    public HostTensor read(String name) {
        HostTensor result = HostTensor.zeros(stored(name).shape);
        read(name, result);
        return result;
    }

    /** Overwrites a tensor of the same shape with a value in plain row-major order. */
    public void read(String name, HostTensor into) {
        Stored stored = fitting(name, into);
        if (stored.plain) {
            // Most values of a network are of one axis; making a reorder takes longer than copying them.
            MemorySegment.copy(stored.segment, ValueLayout.JAVA_FLOAT, 0, into.values(), 0, into.values().length);
            return;
        }
        try (Arena scratch = Arena.ofConfined()) {
            Memory plain = Memory.allocate(scratch, plainOf(stored));
            move(scratch, stored.memory(), plain);
            MemorySegment.copy(plain.segment(), ValueLayout.JAVA_FLOAT, 0, into.values(), 0, into.values().length);
        }
    }

    /** Overwrites a value from plain row-major order. */
    public void write(String name, HostTensor value) {
        Stored stored = fitting(name, value);
        if (stored.plain) {
            MemorySegment.copy(value.values(), 0, stored.segment, ValueLayout.JAVA_FLOAT, 0, value.values().length);
            return;
        }
        try (Arena scratch = Arena.ofConfined()) {
            Memory plain = Memory.allocate(scratch, plainOf(stored));
            MemorySegment.copy(value.values(), 0, plain.segment(), ValueLayout.JAVA_FLOAT, 0, value.values().length);
            move(scratch, plain, stored.memory());
        }
    }

    private static MemoryDescriptor plainOf(Stored stored) {
        return Formats.plain(stored.descriptor.lengths());
    }

    private static void move(Arena arena, Memory from, Memory to) {
        // Without scratch memory: reorders of float32 weights need none.
        Launch.of(arena, Reorder.of(from.descriptor(), to.descriptor()), Map.of(Argument.SRC, from, Argument.DST, to))
                .run();
    }

    /** Memory held. */
    public long sizeBytes() {
        return sizeBytes;
    }
}
