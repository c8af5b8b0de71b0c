package dev.lamina.program.compile;

import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the operations of one program and hands out its values. */
final class ProgramBuilder {
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Value> named = new LinkedHashMap<>();
    private int nextId;

    Value input(String name, Shape shape) {
        return named(name, shape, Value.Kind.INPUT);
    }

    Value parameter(String name, Shape shape) {
        return named(name, shape, Value.Kind.PARAMETER);
    }

    Value state(String name, Shape shape) {
        return named(name, shape, Value.Kind.STATE);
    }

    Value intermediate(String name, Shape shape) {
        return new Value(nextId++, name, shape, Value.Kind.INTERMEDIATE);
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    void addAll(List<Operation> more) {
        operations.addAll(more);
    }

    Program build(String name, Map<String, Value> outputs) {
        return new Program(name, operations, outputs);
    }

    private Value named(String name, Shape shape, Value.Kind kind) {
        Value value = named.computeIfAbsent(name, n -> new Value(nextId++, n, shape, kind));
        if (value.kind() != kind || !value.shape().equals(shape)) {
            throw new IllegalStateException(
                    name + " is a " + value.kind() + " " + value.shape() + ", wanted a " + kind + " " + shape);
        }
        return value;
    }
}
