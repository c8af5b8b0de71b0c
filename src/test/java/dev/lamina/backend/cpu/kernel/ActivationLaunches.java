package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every launch that applies an activation, by name: alone and behind a batch norm, without and with a residual. */
final class ActivationLaunches {
    private final BlockedShape shape;
    private final BlockedTensor x;
    private final BlockedTensor residual;
    private final BlockedTensor dy;
    private final Map<String, Launch> launches = new LinkedHashMap<>();
    private final Map<String, BlockedTensor> results = new LinkedHashMap<>();

    ActivationLaunches(BlockedShape shape, Precision precision, Activation activation) {
        this.shape = shape;
        int n = TestTensors.elements(shape);
        x = TestTensors.blocked(shape, precision, TestTensors.normal("x", n));
        residual = TestTensors.blocked(shape, precision, TestTensors.normal("residual", n));
        dy = TestTensors.blocked(shape, precision, TestTensors.normal("dy", n));
        BlockedActivation alone = new BlockedActivation(Team.inline(), shape, activation);
        add("forward", alone.forward(x, result("forward")));
        add("backward", alone.backward(x, dy, result("backward")));
        addNorm(activation);
    }

    private void addNorm(Activation activation) {
        var affine = new BatchNorm.Affine(channels(0.8), channels(0.1));
        var gradient = new BatchNorm.Affine(channels(0), channels(0));
        var running = new BatchNorm.Running(channels(0), channels(1), 0.1f);
        var norm = new BatchNorm(Team.inline(), shape, 1e-5, affine, activation);
        add("norm forward", new BatchNormForward(norm, x, null, result("norm forward")).training(running));
        add("norm backward", backward(norm, "norm backward").training(gradient));
        add("norm inference", new BatchNormForward(norm, x, null, result("norm inference")).inference(running));
        add("norm inference backward", backward(norm, "norm inference backward").inference(running));
        add("residual forward", new BatchNormForward(norm, x, residual, result("residual forward")).training(running));
        BatchNormGradients tensors = BatchNormGradients.of(x, dy, result("residual backward"))
                .withResidual(residual, result("residual's gradient"));
        add("residual backward", new BatchNormBackward(norm, tensors).training(gradient));
    }

    private BatchNormBackward backward(BatchNorm norm, String name) {
        return new BatchNormBackward(norm, BatchNormGradients.of(x, dy, result(name)));
    }

    private MemorySegment channels(double value) {
        double[] values = new double[shape.channels()];
        Arrays.fill(values, value);
        return TestTensors.perChannel(shape, values);
    }

    private BlockedTensor result(String name) {
        BlockedTensor result = TestTensors.zeros(shape, x.precision());
        results.put(name, result);
        return result;
    }

    private void add(String name, Launch launch) {
        launches.put(name, launch);
    }

    /** In an order in which each finds what it needs. */
    Map<String, Launch> launches() {
        return launches;
    }

    /** What the launches overwrite. */
    Map<String, BlockedTensor> results() {
        return results;
    }
}
