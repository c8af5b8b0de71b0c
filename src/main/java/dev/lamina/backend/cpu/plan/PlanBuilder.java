package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.cpu.memory.Buffer;
import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.Launch;
import dev.lamina.backend.cpu.onednn.Memory;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.backend.cpu.onednn.Reorder;
import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan in the making: which tensors hold each value so far, and the steps. */
final class PlanBuilder {
    /** The result of a step may take its operand's memory. */
    record Overlay(Buffer result, Buffer operand, int step) {}

    private final ValueLayouts layouts;
    private final Map<Value, List<Tensor>> tensors = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Overlay> overlays = new ArrayList<>();
    private final Map<Value, String> makers = new HashMap<>();
    private String layer = "";

    PlanBuilder(ValueLayouts layouts) {
        this.layouts = layouts;
    }

    Formats formats() {
        return layouts.formats();
    }

    MemoryDescriptor layout(Value value) {
        return layouts.standard(value);
    }

    List<Step> steps() {
        return steps;
    }

    List<Overlay> overlays() {
        return overlays;
    }

    /** The steps that follow belong to a layer. */
    void begin(String name) {
        layer = name;
    }

    /** The layer that made a value, or the first to use it if it was handed in. */
    String makerOf(Value value) {
        return makers.getOrDefault(value, layer);
    }

    /** Says where a value lies; the first tensor given is its home. */
    Tensor define(Value value, Tensor tensor) {
        makers.putIfAbsent(value, layer);
        tensors.computeIfAbsent(value, _ -> new ArrayList<>()).add(tensor);
        return tensor;
    }

    /** Gives a value memory of its own in some layout. */
    Tensor define(Value value, MemoryDescriptor descriptor) {
        return define(value, fresh(descriptor));
    }

    /** Gives a value memory of its own in the standard layout. */
    Tensor define(Value value) {
        return define(value, layout(value));
    }

    /** Memory that no value names. */
    static Tensor fresh(MemoryDescriptor descriptor) {
        // Vector kernels read and write whole lanes, so short vectors of channels get room for them.
        return new Tensor(descriptor, new Buffer.Planned((descriptor.sizeBytes() + 63) / 64 * 64));
    }

    /** The tensor a value was first defined by. */
    Tensor home(Value value) {
        List<Tensor> known = tensors.get(value);
        if (known == null) {
            throw new IllegalArgumentException("value " + value.name() + " is used before it is computed");
        }
        return known.getFirst();
    }

    /** A value in a wanted layout, by a reorder step where no earlier step left it so. */
    Tensor as(Value value, MemoryDescriptor wanted) {
        Tensor home = home(value);
        for (Tensor tensor : tensors.getOrDefault(value, List.of())) {
            if (tensor.descriptor().equals(wanted)) {
                return tensor;
            }
        }
        Tensor result = define(value, wanted);
        reorder(value.name(), home, result);
        return result;
    }

    /** A value in its standard layout. */
    Tensor standard(Value value) {
        return as(value, layout(value));
    }

    /** A value in plain float32; weights of a grouped convolution keep their five axes, in the same order. */
    Tensor plain(Value value) {
        return as(value, Formats.plain(home(value).descriptor().lengths()));
    }

    /** A value as our kernels take it: a feature map in its standard layout, or features as a map of one pixel. */
    Tensor map(Value value) {
        return value.shape().rank() == 4 ? standard(value) : featuresAsMap(value, Formats.mapOfFeatures(value));
    }

    /** Where one of our kernels writes a value; {@link #settle} it after the step. */
    Tensor defineMap(Value value) {
        return value.shape().rank() == 4 ? define(value) : fresh(Formats.mapOfFeatures(value));
    }

    /** Brings features that a step wrote as a map into plain order. */
    void settle(Value value, Tensor map) {
        if (value.shape().rank() != 4) {
            defineFeatures(value, map);
        }
    }

    /** Features [N, F] as a blocked map [N, F, 1, 1]: the same memory where no block is padded. */
    Tensor featuresAsMap(Value features, MemoryDescriptor map) {
        for (Tensor tensor : tensors.getOrDefault(features, List.of())) {
            if (tensor.descriptor().equals(map)) {
                return tensor;
            }
        }
        Tensor plain = standard(features);
        if (Formats.isPlainInMemory(map)) {
            return define(features, new Tensor(map, plain.buffer()));
        }
        Tensor result = define(features, map);
        reorder(features.name(), new Tensor(Formats.plain(map.lengths()), plain.buffer()), result);
        return result;
    }

    /** Says that a blocked map [N, F, 1, 1] holds the features [N, F], and brings them into plain order. */
    void defineFeatures(Value features, Tensor map) {
        MemoryDescriptor plain = Formats.plain(features.shape());
        if (Formats.isPlainInMemory(map.descriptor())) {
            define(features, new Tensor(plain, map.buffer()));
        } else {
            Tensor result = define(features, plain);
            Tensor pixels = new Tensor(Formats.plain(map.descriptor().lengths()), result.buffer());
            reorder(features.name(), map, pixels);
        }
        define(features, map);
    }

    void reorder(String what, Tensor from, Tensor to) {
        PrimitiveDescriptor primitive = Reorder.of(from.descriptor(), to.descriptor());
        primitive(
                new OperationPlan(layer, "reorder " + what, primitive.implementation()),
                primitive,
                Map.of(Argument.SRC, from, Argument.DST, to));
    }

    /** Adds a step that runs a oneDNN primitive, with scratch memory for as long as it runs. */
    void primitive(Operation operation, PrimitiveDescriptor primitive, Map<Argument, Tensor> arguments) {
        primitive(OperationPlan.of(operation, primitive.implementation()), primitive, arguments);
    }

    private void primitive(OperationPlan description, PrimitiveDescriptor primitive, Map<Argument, Tensor> arguments) {
        Map<Argument, Tensor> all = withScratch(primitive, arguments);
        step(description, all.values(), binding -> launch(binding, primitive, all));
    }

    /** The same for a primitive that relies on zeros where it should write them: in its result and its scratch memory. */
    void primitiveOnZeros(
            Operation operation, PrimitiveDescriptor primitive, Map<Argument, Tensor> arguments, Argument result) {
        Map<Argument, Tensor> all = withScratch(primitive, arguments);
        step(operation, primitive.implementation(), all.values(), binding -> {
            List<MemorySegment> zeros = new ArrayList<>();
            all.forEach((argument, tensor) -> {
                if (argument == result || argument == Argument.SCRATCHPAD) {
                    zeros.add(binding.segment(tensor));
                }
            });
            Launch launch = launch(binding, primitive, all);
            return () -> {
                zeros.forEach(segment -> segment.fill((byte) 0));
                launch.run();
            };
        });
    }

    private static Map<Argument, Tensor> withScratch(PrimitiveDescriptor primitive, Map<Argument, Tensor> arguments) {
        Map<Argument, Tensor> all = new EnumMap<>(arguments);
        if (primitive.uses(Argument.SCRATCHPAD)) {
            all.put(Argument.SCRATCHPAD, fresh(primitive.expected(Argument.SCRATCHPAD)));
        }
        return all;
    }

    private static Launch launch(Binding binding, PrimitiveDescriptor primitive, Map<Argument, Tensor> arguments) {
        Map<Argument, Memory> bound = new EnumMap<>(Argument.class);
        arguments.forEach((argument, tensor) -> bound.put(argument, binding.memory(tensor)));
        return Launch.of(binding.arena(), primitive, bound);
    }

    void step(Operation operation, String algorithm, Collection<Tensor> touched, Step.Binder binder) {
        step(OperationPlan.of(operation, algorithm), touched, binder);
    }

    private void step(OperationPlan description, Collection<Tensor> touched, Step.Binder binder) {
        steps.add(new Step(description, touched.stream().map(Tensor::buffer).toList(), binder));
    }

    /** Lets the result of the latest step take an operand's memory if nothing needs the operand afterwards. */
    void overlay(Tensor result, Tensor operand) {
        overlays.add(new Overlay(result.buffer(), operand.buffer(), steps.size() - 1));
    }
}
