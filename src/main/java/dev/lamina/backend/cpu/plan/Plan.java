package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.cpu.memory.Lifetimes;
import dev.lamina.backend.cpu.memory.Packing;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program in steps, with every buffer's place; bound to memory it becomes launches. Immutable. */
public final class Plan {
    /** A program's input or output: plain float32. */
    private record Port(Value value, Tensor tensor) {}

    private final List<Step> steps;
    private final Packing packing;
    private final Map<String, Port> inputs = new LinkedHashMap<>();
    private final Map<String, Port> outputs = new LinkedHashMap<>();

    /**
     * Lowers a program and packs its buffers; persistent values that are not in the store yet are added to it, and what
     * its steps will take of the workers' memory is reserved.
     */
    public static Plan of(Program program, ParameterStore store, WinogradRule winograd, Workers workers) {
        ValueLayouts layouts = new ValueLayouts(program, store, winograd);
        Map<Value, MemoryDescriptor> persistent = layouts.persistent(program);
        store.add(persistent);
        PlanBuilder builder = new PlanBuilder(layouts);
        persistent.keySet().forEach(value -> builder.define(value, store.tensor(value)));
        return new Plan(program, builder, new Lowering(builder, new FoldedNorms(program, winograd), winograd, workers));
    }

    private Plan(Program program, PlanBuilder builder, Lowering lowering) {
        for (Value value : program.inputs()) {
            inputs.put(value.name(), new Port(value, builder.define(value, Formats.plain(value.shape()))));
        }
        UpdateScheduling.asEarlyAsPossible(program.operations()).forEach(lowering::lower);
        program.outputs().forEach((name, value) -> {
            builder.begin(builder.makerOf(value));
            outputs.put(name, new Port(value, builder.plain(value)));
        });
        steps = List.copyOf(builder.steps());
        packing = new Packing(lifetimes(builder));
    }

    private Lifetimes lifetimes(PlanBuilder builder) {
        Lifetimes lifetimes = new Lifetimes();
        inputs.values().forEach(port -> lifetimes.touch(port.tensor.buffer(), -1));
        for (int i = 0; i < steps.size(); i++) {
            for (var buffer : steps.get(i).touched()) {
                lifetimes.touch(buffer, i);
            }
        }
        outputs.values().forEach(port -> lifetimes.touch(port.tensor.buffer(), steps.size()));
        builder.overlays().forEach(o -> lifetimes.overlay(o.result(), o.operand(), o.step()));
        return lifetimes;
    }

    /** Memory for everything that does not outlive a run. */
    public long intermediateBytes() {
        return packing.sizeBytes();
    }

    public List<OperationPlan> descriptions() {
        return steps.stream().map(Step::description).toList();
    }

    /** The plan in memory, ready to run. */
    public BoundPlan bind(Arena arena, MemorySegment intermediates, Workers workers) {
        Binding binding = Binding.of(arena, packing, intermediates, workers);
        List<Runnable> launches = new ArrayList<>();
        for (Step step : steps) {
            launches.add(step.binder().bind(binding));
        }
        return new BoundPlan(launches, ports(inputs, binding), ports(outputs, binding));
    }

    private static Map<String, BoundPlan.Port> ports(Map<String, Port> ports, Binding binding) {
        Map<String, BoundPlan.Port> bound = new LinkedHashMap<>();
        ports.forEach(
                (name, port) -> bound.put(name, new BoundPlan.Port(port.value.shape(), binding.segment(port.tensor))));
        return bound;
    }
}
