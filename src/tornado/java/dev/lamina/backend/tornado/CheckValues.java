package dev.lamina.backend.tornado;

import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Collects operations to be checked, with values for what they read; everything they make is read back. */
final class CheckValues {
    /** Of float32's mantissa of 23 bits, TF32 has 10. */
    private static final int DROPPED_BITS = 13;

    private final RandomGenerator random = new Seeds(1).stream("device check");
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, HostTensor> inputs = new LinkedHashMap<>();
    private final Map<String, HostTensor> persistent = new LinkedHashMap<>();
    private final Map<String, Value> outputs = new LinkedHashMap<>();
    private int nextId;

    /** Numbers from N(0, 1). */
    Value input(int... axes) {
        return given(Value.Kind.INPUT, Shape.of(axes), inputs, 0, 0);
    }

    /** Numbers of [low, high). */
    Value uniform(double low, double high, int... axes) {
        return given(Value.Kind.INPUT, Shape.of(axes), inputs, low, high);
    }

    /** Numbers of [low, high) that an operation changes in place. */
    Value persistent(double low, double high, int... axes) {
        return given(Value.Kind.STATE, Shape.of(axes), persistent, low, high);
    }

    /** Class indices. */
    Value labels(int examples, int classes) {
        return whole(0, classes, examples);
    }

    /** Whole numbers of [low, high). */
    Value whole(int low, int high, int... axes) {
        Value value = uniform(low, high, axes);
        float[] values = Objects.requireNonNull(inputs.get(value.name())).values();
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) Math.floor(values[n]);
        }
        return value;
    }

    Value output(int... axes) {
        return output(Shape.of(axes));
    }

    Value output(Shape shape) {
        Value value = new Value(nextId, "v" + nextId, shape, Value.Kind.INTERMEDIATE);
        nextId++;
        outputs.put(value.name(), value);
        return value;
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    Program program() {
        return new Program("device-check", operations, outputs);
    }

    Map<String, HostTensor> inputs() {
        return inputs;
    }

    Map<String, HostTensor> persistent() {
        return persistent;
    }

    /** From N(0, 1) where low and high are the same. TF32 holds them exactly, so rounding is no excuse there either. */
    private Value given(Value.Kind kind, Shape shape, Map<String, HostTensor> values, double low, double high) {
        HostTensor tensor = HostTensor.zeros(shape);
        for (int k = 0; k < tensor.values().length; k++) {
            float value = (float) (low == high ? random.nextGaussian() : random.nextDouble(low, high));
            tensor.values()[k] = Float.intBitsToFloat(Float.floatToRawIntBits(value) & -(1 << DROPPED_BITS));
        }
        Value value = new Value(nextId, "v" + nextId, shape, kind);
        nextId++;
        values.put(value.name(), tensor);
        return value;
    }
}
