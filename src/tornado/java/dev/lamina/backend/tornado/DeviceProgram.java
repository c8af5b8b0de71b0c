package dev.lamina.backend.tornado;

import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.program.Value;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoOutOfMemoryException;

/** A plan on a device: its memory there, and its compiled graphs. The first run compiles. */
final class DeviceProgram implements AutoCloseable {
    /** Without TornadoVM's default of relaxed arithmetic, which assumes that no number is infinite or not a number. */
    private static final String OPENCL_FLAGS = "-cl-mad-enable -w";

    private final DevicePlan plan;
    private final DeviceMemory memory;
    private final TaskGraphs graphs;
    private final TornadoExecutionPlan execution;
    private final Map<String, Long> versions = new HashMap<>();
    private boolean loaded;
    private int compiledGraphs;

    private DeviceProgram(DevicePlan plan, DeviceMemory memory, TaskGraphs graphs, TornadoDevice device) {
        this.plan = plan;
        this.memory = memory;
        this.graphs = graphs;
        this.execution = new TornadoExecutionPlan(graphs.snapshots());
        execution.withDevice(device);
        execution.withGridScheduler(graphs.grids());
        execution.withCompilerFlags(TornadoVMBackendType.OPENCL, OPENCL_FLAGS);
    }

    static DeviceProgram of(DevicePlan plan, TornadoDevice device) {
        DeviceMemory memory = DeviceMemory.of(plan);
        return new DeviceProgram(plan, memory, TaskGraphs.of(plan, memory), device);
    }

    /** One whose operations can be timed one by one. */
    static DeviceProgram byOperation(DevicePlan plan, TornadoDevice device) {
        DeviceMemory memory = DeviceMemory.of(plan);
        return new DeviceProgram(plan, memory, TaskGraphs.byOperation(plan, memory), device);
    }

    DevicePlan plan() {
        return plan;
    }

    /** Whether the memory exists on the device, which {@link #upload} makes, if only with nothing to upload. */
    boolean isLoaded() {
        return loaded;
    }

    /** Which version of each persistent value is on the device. */
    Map<String, Long> versions() {
        return versions;
    }

    /** Overwrites the persistent values on the device. */
    void upload(Function<String, float[]> values) {
        plan.persistent()
                .places()
                .forEach((value, place) -> DeviceMemory.put(values.apply(value.name()), memory.staging(), place));
        execute(0);
        loaded = true;
    }

    /** Copies of the persistent values on the device. */
    Map<String, float[]> download() {
        execute(graphs.last());
        Map<String, float[]> values = new HashMap<>();
        plan.persistent()
                .places()
                .forEach((value, place) -> values.put(
                        value.name(),
                        DeviceMemory.get(memory.staging(), place, value.shape().size())));
        return values;
    }

    /**
     * Runs the operations on inputs by name.
     *
     * @param interrupted asked before each of the graphs
     * @param listener told of the kernels that the first run compiles, graph by graph
     * @return copies of the outputs
     */
    Map<Value, HostTensor> run(
            Map<String, HostTensor> inputs, BooleanSupplier interrupted, CompilationListener listener) {
        putInputs(inputs);
        for (int graph = 1; graph < graphs.last(); graph++) {
            if (interrupted.getAsBoolean()) {
                throw new CancellationException("interrupted");
            }
            if (compiledGraphs == 0) {
                listener.on(0, graphs.tasksBefore(graphs.last()));
            }
            try {
                execute(graph);
            } catch (RuntimeException e) {
                // Ctrl-C also ends the helpers of a driver's compiler, which then fails.
                throw interrupted.getAsBoolean() ? cancelled(e) : e;
            }
            if (graph > compiledGraphs) {
                compiledGraphs = graph;
                listener.on(graphs.tasksBefore(graph + 1), graphs.tasksBefore(graphs.last()));
            }
        }
        Map<Value, HostTensor> outputs = new HashMap<>();
        plan.outputs()
                .places()
                .forEach((value, place) -> outputs.put(
                        value,
                        new HostTensor(
                                value.shape(),
                                DeviceMemory.get(
                                        memory.outputs(), place, value.shape().size()))));
        return outputs;
    }

    private static CancellationException cancelled(RuntimeException failure) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(failure);
        return cancelled;
    }

    /** Runs a program made {@link #byOperation} and returns the time of each operation, 0 where another does it too. */
    List<Double> profileSeconds(Map<String, HostTensor> inputs) {
        putInputs(inputs);
        int graph = 1;
        execute(graph++);
        List<Double> seconds = new ArrayList<>();
        for (DevicePlan.PlannedOperation operation : plan.operations()) {
            if (operation.tasks().isEmpty()) {
                seconds.add(0.0);
            } else {
                long start = System.nanoTime();
                execute(graph++);
                seconds.add((System.nanoTime() - start) * 1e-9);
            }
        }
        execute(graph);
        return seconds;
    }

    @Override
    public void close() {
        try {
            execution.close();
        } catch (TornadoExecutionPlanException e) {
            throw new IllegalStateException("backend tornado: cannot free the memory of a program", e);
        }
    }

    private void putInputs(Map<String, HostTensor> inputs) {
        plan.inputs().places().forEach((value, place) -> {
            HostTensor input = inputs.get(value.name());
            if (input != null) {
                DeviceMemory.put(input.values(), memory.inputs(), place);
            }
        });
    }

    private void execute(int graph) {
        try {
            execution.withGraph(graph).execute();
        } catch (TornadoOutOfMemoryException e) {
            throw new BadInputException(
                    "backend tornado: the device has no " + DeviceMemory.bytes(plan) / (1 << 20)
                            + " MiB left for a program; use a smaller batch",
                    e);
        }
    }
}
