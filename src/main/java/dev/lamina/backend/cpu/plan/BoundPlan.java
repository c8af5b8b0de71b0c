package dev.lamina.backend.cpu.plan;

import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The launches of a plan and where its inputs and outputs lie. One thread at a time. */
public final class BoundPlan {
    record Port(Shape shape, MemorySegment segment) {}

    private final Runnable[] launches;
    private final Map<String, Port> inputs;
    private final Map<String, Port> outputs;

    BoundPlan(List<Runnable> launches, Map<String, Port> inputs, Map<String, Port> outputs) {
        this.launches = launches.toArray(Runnable[]::new);
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * Copies the inputs, runs every launch and copies the outputs.
     *
     * @param interrupted asked before every launch
     * @throws IllegalArgumentException naming an input that is missing, unknown or of another shape
     * @throws CancellationException if interrupted
     */
    public Map<String, HostTensor> run(Map<String, HostTensor> given, BooleanSupplier interrupted) {
        copyIn(given);
        for (Runnable launch : launches) {
            if (interrupted.getAsBoolean()) {
                throw new CancellationException("interrupted");
            }
            launch.run();
        }
        return copyOut();
    }

    /** The same with a clock around every launch. */
    public List<Double> profileSeconds(Map<String, HostTensor> given) {
        copyIn(given);
        List<Double> seconds = new ArrayList<>(launches.length);
        for (Runnable launch : launches) {
            long start = System.nanoTime();
            launch.run();
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return seconds;
    }

    private void copyIn(Map<String, HostTensor> given) {
        if (!given.keySet().equals(inputs.keySet())) {
            throw new IllegalArgumentException("inputs are " + inputs.keySet() + ", got " + given.keySet());
        }
        inputs.forEach((name, port) -> {
            HostTensor tensor = given.get(name);
            if (tensor == null || !tensor.shape().equals(port.shape)) {
                throw new IllegalArgumentException("input " + name + " has shape " + port.shape + ", got "
                        + (tensor == null ? "nothing" : tensor.shape()));
            }
            MemorySegment.copy(tensor.values(), 0, port.segment, ValueLayout.JAVA_FLOAT, 0, tensor.values().length);
        });
    }

    private Map<String, HostTensor> copyOut() {
        Map<String, HostTensor> results = new LinkedHashMap<>();
        outputs.forEach((name, port) -> {
            HostTensor tensor = HostTensor.zeros(port.shape);
            MemorySegment.copy(port.segment, ValueLayout.JAVA_FLOAT, 0, tensor.values(), 0, tensor.values().length);
            results.put(name, tensor);
        });
        return results;
    }
}
