package dev.lamina.backend.tornado;

import dev.lamina.backend.CompilationListener;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.message.Message;
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
import java.util.stream.IntStream;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoOutOfMemoryException;

/** A plan on a device: its memory there, and its compiled graphs. The first run compiles. */
final class DeviceProgram implements AutoCloseable {
    /** Without TornadoVM's default of relaxed arithmetic, which assumes that no number is infinite or not a number. */
    private static final String OPENCL_FLAGS = "-cl-mad-enable -w";

    private final DeviceThread thread;
    private final DevicePlan plan;
    private final DeviceMemory memory;
    private final TaskGraphs graphs;
    private final TornadoExecutionPlan execution;
    private final Map<String, Long> versions = new HashMap<>();
    private boolean loaded;
    private boolean compiled;

    private DeviceProgram(DeviceThread thread, DevicePlan plan, DeviceMemory memory, TaskGraphs graphs) {
        this.thread = thread;
        this.plan = plan;
        this.memory = memory;
        this.graphs = graphs;
        this.execution = new TornadoExecutionPlan(graphs.snapshots());
    }

    private DeviceProgram on(TornadoDevice device) {
        execution.withDevice(device);
        execution.withGridScheduler(graphs.grids());
        execution.withCompilerFlags(TornadoVMBackendType.OPENCL, OPENCL_FLAGS);
        return this;
    }

    private DeviceProgram replayed() {
        execution.withCUDAGraph();
        return this;
    }

    static DeviceProgram of(DevicePlan plan, TornadoDevice device, DeviceFeatures features, DeviceThread thread) {
        return thread.call(() -> {
            DeviceMemory memory = DeviceMemory.of(plan);
            DeviceProgram program = new DeviceProgram(thread, plan, memory, TaskGraphs.of(plan, memory)).on(device);
            return features.replay() ? program.replayed() : program;
        });
    }

    /** One whose operations can be timed one by one. */
    static DeviceProgram byOperation(DevicePlan plan, TornadoDevice device, DeviceThread thread) {
        return thread.call(() -> {
            DeviceMemory memory = DeviceMemory.of(plan);
            return new DeviceProgram(thread, plan, memory, TaskGraphs.byOperation(plan, memory)).on(device);
        });
    }

    DevicePlan plan() {
        return plan;
    }

    /** Whether the memory exists on the device, which {@link #upload} makes, if only with nothing to upload. */
    boolean isLoaded() {
        return loaded;
    }

    /** Whether it has run, and needs no compiler any more. */
    boolean isCompiled() {
        return compiled;
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
        thread.run(() -> execute(0));
        loaded = true;
    }

    /** Copies of the persistent values on the device. */
    Map<String, float[]> download() {
        DeviceMemory.mark(memory.staging());
        thread.run(() -> execute(graphs.last()));
        DeviceMemory.requireArrival(memory.staging());
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
     * @param interrupted asked before the run, and all the time while the first one compiles
     * @param listener told of the kernels that the first run compiles, graph by graph
     * @return copies of the outputs
     * @throws CancellationException if interrupted
     */
    Map<Value, HostTensor> run(
            Map<String, HostTensor> inputs, BooleanSupplier interrupted, CompilationListener listener) {
        putInputs(inputs);
        DeviceMemory.mark(memory.outputs());
        if (interrupted.getAsBoolean()) {
            throw new CancellationException("interrupted");
        }
        if (compiled) {
            thread.run(() -> IntStream.range(1, graphs.last()).forEach(this::execute));
        } else {
            compile(interrupted, listener);
        }
        if (!plan.outputs().isEmpty()) {
            DeviceMemory.requireArrival(memory.outputs());
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

    /** The first run. */
    private void compile(BooleanSupplier interrupted, CompilationListener listener) {
        int kernels = graphs.tasksBefore(graphs.last());
        listener.on(0, kernels);
        for (int i = 1; i < graphs.last(); i++) {
            int graph = i;
            try {
                thread.call(
                        () -> {
                            execute(graph);
                            return true;
                        },
                        interrupted);
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                // Ctrl-C also ends the helpers of a driver's compiler, which then fails.
                throw interrupted.getAsBoolean() ? cancelled(e) : e;
            }
            listener.on(graphs.tasksBefore(graph + 1), kernels);
        }
        compiled = true;
    }

    private static CancellationException cancelled(RuntimeException failure) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(failure);
        return cancelled;
    }

    /** Runs a program made {@link #byOperation} and returns the time of each operation, 0 where another does it too. */
    List<Double> profileSeconds(Map<String, HostTensor> inputs) {
        putInputs(inputs);
        return thread.call(this::timed);
    }

    private List<Double> timed() {
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
        if (!thread.isLeftBehind()) {
            thread.run(this::free);
        }
    }

    /** Closing the plan would free what belongs to the graph that ran last, and no more. */
    private void free() {
        for (int graph = 0; graph <= graphs.last(); graph++) {
            execution.withGraph(graph).freeDeviceMemory();
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
                    Message.of("backend.noDeviceMemory", DeviceMemory.bytes(plan) / (1 << 20))
                            .at(Message.of("launch.backend", TornadoBackendProvider.ID)),
                    e);
        }
    }
}
