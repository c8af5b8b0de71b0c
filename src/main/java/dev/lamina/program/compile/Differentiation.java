package dev.lamina.program.compile;

import dev.lamina.program.ElementOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode automatic differentiation on operations. Goes through the forward operations backwards and has each that
 * lies between a target and a value with an upstream gradient add its adjoint, {@link Operation#adjoint}.
 */
final class Differentiation implements Operation.Adjoints {
    private final ProgramBuilder builder;
    private final Map<Value, List<Value>> contributions = new HashMap<>();
    private final Set<Value> active;
    private final String prefix;

    private Differentiation(ProgramBuilder builder, Set<Value> active, String prefix) {
        this.builder = builder;
        this.active = active;
        this.prefix = prefix;
    }

    /**
     * Adds the backward operations to the builder.
     *
     * @param upstreams the values that the objective is a function of, and its gradients in them
     * @param targets what to differentiate in
     * @param prefix begins the names of the gradients
     * @return the gradient of each target that the objective depends on
     * @throws IllegalArgumentException naming the layer, if a target is a parameter of a normalization in test mode
     */
    static Map<Value, Value> differentiate(
            ProgramBuilder builder,
            List<Operation> forward,
            Map<Value, Value> upstreams,
            Set<Value> targets,
            String prefix) {
        var differentiation = new Differentiation(builder, dependents(forward, targets), prefix);
        upstreams.forEach(differentiation::contribute);
        for (Operation operation : forward.reversed()) {
            differentiation.backward(operation);
        }
        Map<Value, Value> gradients = new HashMap<>();
        for (Value target : targets) {
            if (differentiation.contributions.containsKey(target)) {
                gradients.put(target, differentiation.total(target, target.name()));
            }
        }
        return gradients;
    }

    /** The targets and every value computed from one. */
    private static Set<Value> dependents(List<Operation> forward, Set<Value> targets) {
        Set<Value> dependents = new HashSet<>(targets);
        for (Operation operation : forward) {
            if (operation.inputs().stream().anyMatch(dependents::contains)) {
                dependents.addAll(operation.outputs());
            }
        }
        return dependents;
    }

    private void backward(Operation operation) {
        if (contributions.containsKey(output(operation))
                && operation.inputs().stream().anyMatch(active::contains)) {
            operation.adjoint(this);
        }
    }

    private static Value output(Operation forward) {
        return forward.outputs().getFirst();
    }

    @Override
    public boolean active(Value value) {
        return active.contains(value);
    }

    @Override
    public Value upstream(Operation forward) {
        return total(output(forward), forward.layer());
    }

    @Override
    public List<Value> upstreams(Operation forward, int most) {
        List<Value> parts = contributions.getOrDefault(output(forward), List.of());
        return parts.isEmpty() || parts.size() > most ? List.of(upstream(forward)) : List.copyOf(parts);
    }

    @Override
    public Value gradient(Value value) {
        Value gradient = builder.intermediate(prefix + value.name(), value.shape());
        contribute(value, gradient);
        return gradient;
    }

    @Override
    public void contribute(Value value, Value gradient) {
        if (active.contains(value)) {
            contributions.computeIfAbsent(value, _ -> new ArrayList<>()).add(gradient);
        }
    }

    @Override
    public void add(Operation operation) {
        builder.add(operation);
    }

    /** The sum of all contributions to a value's gradient. */
    private Value total(Value value, String layer) {
        List<Value> parts = contributions.getOrDefault(value, List.of());
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Value total = builder.intermediate(prefix + value.name(), value.shape());
        builder.add(new ElementOperation.Sum(layer, List.copyOf(parts), total));
        contributions.put(value, new ArrayList<>(List.of(total)));
        return total;
    }
}
