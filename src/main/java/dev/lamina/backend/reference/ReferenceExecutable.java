package dev.lamina.backend.reference;

import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the operations of a program one after the other; every value has a tensor of its own. */
public final class ReferenceExecutable implements Executable {
    private final Program program;
    private final Map<Value, DoubleTensor> tensors = new HashMap<>();
    private final Map<String, DoubleTensor> inputs = new LinkedHashMap<>();
    private final Consumer<ReferenceExecutable> onClose;
    private final Memory memory;

    ReferenceExecutable(Program program, Map<String, DoubleTensor> persistent, Consumer<ReferenceExecutable> onClose) {
        this.program = program;
        this.onClose = onClose;
        for (Value value : program.values()) {
            DoubleTensor shared = value.persistent() ? persistent.get(value.name()) : null;
            DoubleTensor tensor = shared == null ? new DoubleTensor(value.shape()) : shared;
            tensors.put(value, tensor);
            if (value.kind() == Value.Kind.INPUT) {
                inputs.put(value.name(), tensor);
            }
        }
        this.memory = this::tensor;
    }

    /**
     * {@inheritDoc} What is kept between runs is rounded to float32, as on every backend, so that a session that was
     * written from a checkpoint goes on bit for bit.
     */
    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> given) {
        return run(given, () -> false);
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> given, BooleanSupplier interrupted) {
        load(given);
        for (Operation operation : program.operations()) {
            if (interrupted.getAsBoolean()) {
                throw new CancellationException("interrupted");
            }
            execute(operation);
        }
        roundPersistent();
        Map<String, HostTensor> outputs = new LinkedHashMap<>();
        program.outputs()
                .forEach((name, value) -> outputs.put(name, tensor(value).toHost()));
        return outputs;
    }

    /** As {@link #run}, without rounding to float32 on the way in and out; arrays in row-major order. */
    public Map<String, double[]> runDouble(Map<String, double[]> given) {
        checkNames(given.keySet());
        given.forEach((name, values) -> input(name).assign(values));
        program.operations().forEach(this::execute);
        Map<String, double[]> outputs = new LinkedHashMap<>();
        program.outputs()
                .forEach((name, value) ->
                        outputs.put(name, tensor(value).values().clone()));
        return outputs;
    }

    @Override
    public List<OperationPlan> plan() {
        return program.operations().stream()
                .map(operation -> OperationPlan.of(operation, "loops in double"))
                .toList();
    }

    @Override
    public List<Double> profileSeconds(Map<String, HostTensor> given) {
        load(given);
        List<Double> seconds = new ArrayList<>();
        for (Operation operation : program.operations()) {
            long start = System.nanoTime();
            execute(operation);
            seconds.add((System.nanoTime() - start) * 1e-9);
        }
        roundPersistent();
        return seconds;
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    long memoryBytes() {
        return tensors.entrySet().stream()
                .filter(entry -> !entry.getKey().persistent())
                .mapToLong(entry -> (long) Double.BYTES * entry.getValue().size())
                .sum();
    }

    private void execute(Operation operation) {
        switch (operation) {
            case InputOperation input -> Inputs.run(input, memory);
            case ConvolutionOperation convolution -> Convolution.run(convolution, memory);
            case LinearOperation linear -> FullyConnected.run(linear, memory);
            case NormOperation norm -> Normalization.run(norm, memory);
            case ActivationOperation activation -> Elementwise.run(activation, memory);
            case PoolOperation pool -> Pooling.run(pool, memory);
            case ElementOperation element -> Elements.run(element, memory);
            case WeightOperation weight -> Weights.run(weight, memory);
            case LossOperation loss -> Losses.run(loss, memory);
            case UpdateOperation update -> Updates.run(update, memory);
        }
    }

    private void roundPersistent() {
        program.values().stream().filter(Value::persistent).forEach(value -> {
            double[] values = tensor(value).values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) values[i];
            }
        });
    }

    private void load(Map<String, HostTensor> given) {
        checkNames(given.keySet());
        given.forEach((name, value) -> {
            try {
                input(name).assign(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("input " + name + ": " + e.getMessage(), e);
            }
        });
    }

    private DoubleTensor input(String name) {
        return Objects.requireNonNull(inputs.get(name));
    }

    private void checkNames(Set<String> given) {
        if (!given.equals(inputs.keySet())) {
            throw new IllegalArgumentException("program " + program.name() + " needs the inputs "
                    + new TreeSet<>(inputs.keySet()) + ", got " + new TreeSet<>(given));
        }
    }

    private DoubleTensor tensor(Value value) {
        DoubleTensor tensor = tensors.get(value);
        if (tensor == null) {
            throw new IllegalArgumentException(value.name() + ": is not a value of program " + program.name());
        }
        return tensor;
    }
}
