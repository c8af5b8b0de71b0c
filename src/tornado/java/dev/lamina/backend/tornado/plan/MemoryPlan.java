package dev.lamina.backend.tornado.plan;

import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where every value of a program lies in one array of floats: persistent values from 0, then inputs, then outputs, each a
 * stretch that is moved at once; then the gradients of updates that are done together; then the intermediates, which
 * share memory as far as their lives allow.
 */
final class MemoryPlan implements Addresses {
    /** A stretch of values that is moved at once; {@code places} are offsets from its beginning. */
    record Region(long start, long size, Map<Value, Integer> places) {}

    private final Map<Value, Long> offsets = new HashMap<>();
    private final Map<Value, Integer> lastUses = new HashMap<>();
    private final List<Long> scratchSizes = new ArrayList<>();
    private final List<Long> scratchStarts = new ArrayList<>();
    private final Region persistent;
    private final Region inputs;
    private final Region outputs;
    private final FreeList free;
    private final Set<Value> shared = new LinkedHashSet<>();
    private ProductArrays.Sizes products = ProductArrays.Sizes.NONE;

    private MemoryPlan(Program program, UpdateGroups groups) {
        persistent = region(0, persistentInOrder(program, groups));
        inputs = region(persistent.start() + persistent.size(), program.inputs());
        outputs = region(inputs.start() + inputs.size(), new LinkedHashSet<>(outputsInOrder(program)));
        long end = outputs.start() + outputs.size();
        for (List<UpdateOperation> group : groups.all()) {
            List<Value> gradients = group.stream().map(UpdateGroups::gradient).toList();
            Region packed = region(end, gradients);
            end += packed.size();
        }
        free = new FreeList(end);
        for (int i = 0; i < program.operations().size(); i++) {
            for (Value value : all(program.operations().get(i))) {
                lastUses.put(value, i);
            }
        }
    }

    static MemoryPlan of(Program program, UpdateGroups groups) {
        return new MemoryPlan(program, groups);
    }

    Region persistent() {
        return persistent;
    }

    Region inputs() {
        return inputs;
    }

    Region outputs() {
        return outputs;
    }

    /** Beside the array. */
    ProductArrays.Sizes products() {
        return products;
    }

    /** Floats in all. */
    long size() {
        return free.end();
    }

    /** Gives the values that an operation makes their places. */
    void begin(Operation operation) {
        for (Value value : operation.outputs()) {
            if (!offsets.containsKey(value)) {
                offsets.put(value, free.take(value.shape().size()));
                shared.add(value);
            }
        }
    }

    /** Frees scratch memory and the values that no later operation reads. */
    void end(int index, Operation operation) {
        for (int i = 0; i < scratchStarts.size(); i++) {
            free.giveBack(scratchStarts.get(i), scratchSizes.get(i));
        }
        scratchStarts.clear();
        scratchSizes.clear();
        for (Value value : all(operation)) {
            Long offset = offsets.get(value);
            if (offset != null && lastUses.getOrDefault(value, -1) == index && shared.remove(value)) {
                free.giveBack(offset, value.shape().size());
            }
        }
    }

    @Override
    public int of(Value value) {
        Long offset = offsets.get(value);
        if (offset == null) {
            throw new IllegalArgumentException(value.name() + ": is read before anything makes it");
        }
        return clamped(offset);
    }

    @Override
    public int scratch(long size) {
        long start = free.take(size);
        scratchStarts.add(start);
        scratchSizes.add(size);
        return clamped(start);
    }

    @Override
    public void reserve(ProductArrays.Sizes sizes) {
        products = products.max(sizes);
    }

    /** A plan that is too large is refused as a whole once it is complete. */
    private static int clamped(long offset) {
        return (int) Math.min(offset, Integer.MAX_VALUE);
    }

    private Region region(long start, Iterable<Value> values) {
        Map<Value, Integer> places = new LinkedHashMap<>();
        long size = 0;
        for (Value value : values) {
            if (offsets.putIfAbsent(value, start + size) == null) {
                places.put(value, clamped(size));
                size += FreeList.aligned(value.shape().size());
            }
        }
        return new Region(start, size, places);
    }

    /** Values that updates done together change stand together. */
    private static Set<Value> persistentInOrder(Program program, UpdateGroups groups) {
        Set<Value> values = new LinkedHashSet<>();
        for (List<UpdateOperation> group : groups.all()) {
            group.forEach(update -> values.add(UpdateGroups.parameter(update)));
            for (int k = 0; k < UpdateGroups.states(group.getFirst()).size(); k++) {
                int index = k;
                group.forEach(update -> values.add(UpdateGroups.states(update).get(index)));
            }
        }
        program.values().stream().filter(Value::persistent).forEach(values::add);
        return values;
    }

    private static List<Value> outputsInOrder(Program program) {
        return program.outputs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(value -> value.kind() == Value.Kind.INTERMEDIATE)
                .toList();
    }

    private static Set<Value> all(Operation operation) {
        Set<Value> all = new LinkedHashSet<>(operation.inputs());
        all.addAll(operation.outputs());
        return all;
    }
}
