package dev.lamina.program.compile;

import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Packs the intermediates of a program into one arena by their lifetimes: two values may overlap in memory only if one
 * is last read before the other is first written. Largest first, each at the lowest offset that fits.
 */
public final class BufferPlanner {
    private static final class Buffer {
        final Set<Value> values = new HashSet<>();
        final long bytes;
        final int first;
        int last;
        long offset;

        Buffer(long bytes, int first) {
            this.bytes = bytes;
            this.first = first;
            last = first;
        }

        boolean overlapsInTime(Buffer other) {
            return first <= other.last && other.first <= last;
        }
    }

    private final Map<Value, Buffer> buffers = new LinkedHashMap<>();

    private BufferPlanner() {}

    /**
     * Plans all intermediates. Outputs of the program live to its end.
     *
     * @param bytes size of a value in the backend's layout; rounded up to {@code alignment}
     * @param inPlace for an operation, which output may take over which input's memory if that input is not read
     *     afterwards; both must have the same size
     */
    public static BufferPlan plan(
            Program program,
            ToLongFunction<Value> bytes,
            long alignment,
            Function<Operation, Map<Value, Value>> inPlace) {
        var planner = new BufferPlanner();
        Map<Value, Integer> lastUse = lastUses(program);
        List<Operation> operations = program.operations();
        for (int i = 0; i < operations.size(); i++) {
            planner.visit(operations.get(i), i, lastUse, bytes, alignment, inPlace.apply(operations.get(i)));
        }
        return planner.pack();
    }

    private static Map<Value, Integer> lastUses(Program program) {
        Map<Value, Integer> lastUse = new HashMap<>();
        List<Operation> operations = program.operations();
        for (int i = 0; i < operations.size(); i++) {
            for (Value value : operations.get(i).inputs()) {
                lastUse.put(value, i);
            }
            for (Value value : operations.get(i).outputs()) {
                lastUse.put(value, i);
            }
        }
        program.outputs().values().forEach(v -> lastUse.put(v, operations.size()));
        return lastUse;
    }

    private void visit(
            Operation operation,
            int index,
            Map<Value, Integer> lastUse,
            ToLongFunction<Value> bytes,
            long alignment,
            Map<Value, Value> inPlace) {
        for (Value output : operation.outputs()) {
            if (output.kind() != Value.Kind.INTERMEDIATE || buffers.containsKey(output)) {
                continue;
            }
            long size = (bytes.applyAsLong(output) + alignment - 1) / alignment * alignment;
            Buffer buffer = takenOver(inPlace.get(output), index, size);
            if (buffer == null) {
                buffer = new Buffer(size, index);
            }
            buffer.values.add(output);
            buffer.last = Math.max(buffer.last, lastUse.getOrDefault(output, index));
            buffers.put(output, buffer);
        }
        for (Value input : operation.inputs()) {
            Buffer buffer = buffers.get(input);
            if (buffer != null) {
                buffer.last = Math.max(buffer.last, lastUse.getOrDefault(input, index));
            }
        }
    }

    private @Nullable Buffer takenOver(@Nullable Value input, int index, long size) {
        Buffer buffer = input == null ? null : buffers.get(input);
        return buffer != null && buffer.last == index && buffer.bytes == size ? buffer : null;
    }

    private BufferPlan pack() {
        List<Buffer> bySize = new ArrayList<>(new HashSet<>(buffers.values()));
        bySize.sort(Comparator.comparingLong((Buffer b) -> -b.bytes)
                .thenComparingInt(b -> b.first)
                .thenComparingInt(
                        b -> b.values.stream().mapToInt(Value::id).min().orElse(0)));
        List<Buffer> placed = new ArrayList<>();
        long arena = 0;
        for (Buffer buffer : bySize) {
            buffer.offset = lowestFit(buffer, placed);
            arena = Math.max(arena, buffer.offset + buffer.bytes);
            placed.add(buffer);
        }
        Map<Value, Long> offsets = new HashMap<>();
        buffers.forEach((value, buffer) -> offsets.put(value, buffer.offset));
        return new BufferPlan(offsets, arena);
    }

    private static long lowestFit(Buffer buffer, List<Buffer> placed) {
        List<Buffer> neighbors = placed.stream()
                .filter(buffer::overlapsInTime)
                .sorted(Comparator.comparingLong(b -> b.offset))
                .toList();
        long offset = 0;
        for (Buffer neighbor : neighbors) {
            if (offset + buffer.bytes <= neighbor.offset) {
                return offset;
            }
            offset = Math.max(offset, neighbor.offset + neighbor.bytes);
        }
        return offset;
    }
}
