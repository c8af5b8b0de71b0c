package dev.lamina.backend.cases;

import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts an {@link OperationCase} together. */
final class CaseBuilder {
    private final String name;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Value> outputs = new LinkedHashMap<>();
    private final Map<String, List<String>> upstreams = new HashMap<>();
    private final Map<String, String> gradients = new LinkedHashMap<>();
    private final Set<String> constants = new HashSet<>();
    private int nextId;

    CaseBuilder(String name) {
        this.name = name;
    }

    Value input(String name, Shape shape, double[] value) {
        return given(name, shape, Value.Kind.INPUT, value);
    }

    Value parameter(String name, Shape shape, double[] value) {
        return given(name, shape, Value.Kind.PARAMETER, value);
    }

    Value state(String name, Shape shape, double[] value) {
        constants.add(name);
        return given(name, shape, Value.Kind.STATE, value);
    }

    /** An input or parameter that nothing is differentiated in. */
    Value constant(Value value) {
        constants.add(value.name());
        return value;
    }

    /** An intermediate that is not read back. */
    Value hidden(String name, Shape shape) {
        return new Value(nextId++, name, shape, Value.Kind.INTERMEDIATE);
    }

    /** An intermediate that is read back. */
    Value output(String name, Shape shape) {
        Value value = hidden(name, shape);
        outputs.put(name, value);
        return value;
    }

    /** An output that holds the gradient of the objective in {@code of}. */
    Value gradient(Value of) {
        Value gradient = output("d:" + of.name(), of.shape());
        gradients.put(of.name(), gradient.name());
        return gradient;
    }

    /** Counts y in the objective Σ dy·y. */
    void objective(Value y, List<Value> dys) {
        upstreams.put(y.name(), dys.stream().map(Value::name).toList());
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    OperationCase build(Rounding rounding) {
        return new OperationCase(
                name, new Program(name, operations, outputs), values, upstreams, gradients, constants, rounding);
    }

    private Value given(String name, Shape shape, Value.Kind kind, double[] value) {
        values.put(name, value);
        return new Value(nextId++, name, shape, kind);
    }
}
