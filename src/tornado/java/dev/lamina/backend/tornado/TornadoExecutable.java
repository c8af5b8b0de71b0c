package dev.lamina.backend.tornado;

import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A planned program; it comes to the device, and its kernels are compiled, when it first runs. */
final class TornadoExecutable implements Executable {
    private final TornadoSession session;
    private final Program program;
    private final DevicePlan plan;
    private final String key;
    private final InputCheck check;
    private final Set<Value> written;
    private @Nullable DeviceProgram onDevice;

    TornadoExecutable(TornadoSession session, Program program, DevicePlan plan) {
        this.session = session;
        this.program = program;
        this.plan = plan;
        // Values are equal where their numbers are; in words they differ by shape as well.
        this.key = program.toString();
        this.check = InputCheck.of(program);
        this.written = program.operations().stream()
                .flatMap(operation -> operation.outputs().stream())
                .filter(Value::persistent)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> inputs) {
        return run(inputs, () -> false);
    }

    @Override
    public Map<String, HostTensor> run(Map<String, HostTensor> inputs, BooleanSupplier interrupted) {
        check.check(inputs);
        session.beforeRun(interrupted);
        DeviceProgram device = onDevice();
        session.values().bringTo(device);
        if (!device.isCompiled()) {
            // A stop can leave the compiler behind, and with it what only the device has.
            session.values().refresh();
        }
        Map<Value, HostTensor> results;
        try {
            results = device.run(inputs, interrupted, session.listener());
        } finally {
            // What was left to the compiler alone is lost; the host has what was before.
            if (!session.isLost()) {
                session.values().changed(device, written);
            }
        }
        Map<String, HostTensor> outputs = new LinkedHashMap<>();
        program.outputs().forEach((name, value) -> outputs.put(name, output(value, inputs, results)));
        return outputs;
    }

    @Override
    public List<OperationPlan> plan() {
        return plan.operations().stream()
                .map(DevicePlan.PlannedOperation::description)
                .toList();
    }

    /** {@inheritDoc} Runs once before, on the same values, so that no kernel is compiled under the clock. */
    @Override
    public List<Double> profileSeconds(Map<String, HostTensor> inputs) {
        check.check(inputs);
        session.beforeRun(() -> false);
        try (DeviceProgram device = session.byOperation(plan)) {
            session.values().bringTo(device);
            device.profileSeconds(inputs);
            session.values().reload(device);
            List<Double> seconds = device.profileSeconds(inputs);
            session.values().changed(device, written);
            session.values().takeFrom(device);
            return seconds;
        }
    }

    long memoryBytes() {
        return DeviceMemory.bytes(plan);
    }

    @Override
    public void close() {
        DeviceProgram device = onDevice;
        onDevice = null;
        session.forget(this);
        if (device != null) {
            session.release(key, device);
        }
    }

    private DeviceProgram onDevice() {
        DeviceProgram device = onDevice;
        if (device == null) {
            device = session.acquire(key, plan);
            onDevice = device;
        }
        return device;
    }

    private HostTensor output(Value value, Map<String, HostTensor> inputs, Map<Value, HostTensor> results) {
        return switch (value.kind()) {
            case INTERMEDIATE -> {
                HostTensor result = Objects.requireNonNull(results.get(value));
                yield new HostTensor(result.shape(), result.values().clone());
            }
            case INPUT -> {
                HostTensor input = Objects.requireNonNull(inputs.get(value.name()));
                yield new HostTensor(input.shape(), input.values().clone());
            }
            case PARAMETER, STATE -> session.read(value.name());
        };
    }
}
