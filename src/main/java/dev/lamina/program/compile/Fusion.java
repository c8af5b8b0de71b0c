package dev.lamina.program.compile;

import dev.lamina.nn.activation.Activation;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins a batch normalization with what only its output enters: a residual sum of two, an activation, or first the one
 * and then the other. One pass over memory instead of three.
 */
final class Fusion {
    private final Consumers consumers;
    private final Map<Value, Integer> producedAt = new HashMap<>();
    private final Set<Value> normalized = new HashSet<>();
    private final Map<Operation, Operation> replacements = new HashMap<>();
    private final Set<Operation> absorbed = new HashSet<>();

    private Fusion(List<Operation> operations, Set<Value> kept) {
        consumers = new Consumers(operations, kept);
        for (int i = 0; i < operations.size(); i++) {
            Value output = operations.get(i).outputs().getFirst();
            producedAt.put(output, i);
            if (operations.get(i) instanceof NormOperation) {
                normalized.add(output);
            }
        }
    }

    /** The same computation with fewer operations; {@code kept} values stay computed. */
    static List<Operation> fuse(List<Operation> operations, Set<Value> kept) {
        var fusion = new Fusion(operations, kept);
        operations.forEach(fusion::absorbFollowers);
        List<Operation> fused = new ArrayList<>();
        for (Operation operation : operations) {
            if (fusion.replacements.containsKey(operation)) {
                fused.add(fusion.replacements.get(operation));
            } else if (!fusion.absorbed.contains(operation)) {
                fused.add(operation);
            }
        }
        return fused;
    }

    private void absorbFollowers(Operation operation) {
        if (!(operation instanceof NormOperation.Forward norm)) {
            return;
        }
        Value y = norm.y();
        Operation last = norm;
        Optional<Value> residual = Optional.empty();
        if (consumers.sole(y).orElse(null) instanceof ElementOperation.Sum sum && takes(sum, y)) {
            residual = Optional.of(sum.xs().get(sum.xs().getFirst().equals(y) ? 1 : 0));
            last = sum;
            y = sum.y();
        }
        Optional<ActivationOperation.Forward> activation = Optional.empty();
        if (consumers.sole(y).orElse(null) instanceof ActivationOperation.Forward forward) {
            activation = Optional.of(forward);
            absorbed.add(last);
            last = forward;
            y = forward.y();
        }
        if (!last.equals(norm)) {
            absorbed.add(norm);
            replacements.put(last, joined(norm, residual, activation, y));
        }
    }

    /** Of two normalizations that only enter a sum of two, the later one takes it; otherwise the only one does. */
    private boolean takes(ElementOperation.Sum sum, Value y) {
        if (sum.xs().size() != 2) {
            return false;
        }
        Value other = sum.xs().get(sum.xs().getFirst().equals(y) ? 1 : 0);
        boolean rival = normalized.contains(other) && consumers.sole(other).isPresent();
        return !rival || producedAt.getOrDefault(other, -1) < producedAt.getOrDefault(y, -1);
    }

    private static Operation joined(
            NormOperation.Forward norm,
            Optional<Value> residual,
            Optional<ActivationOperation.Forward> activation,
            Value y) {
        List<Value> parameters =
                activation.map(ActivationOperation.Forward::parameters).orElse(List.of());
        return switch (norm) {
            case NormOperation.Training n ->
                new NormOperation.Training(
                        n.layer(),
                        n.epsilon(),
                        n.momentum(),
                        function(activation, n.activation()),
                        n.x(),
                        n.parameters(),
                        residual,
                        parameters,
                        n.mean(),
                        n.inverseDeviation(),
                        y);
            case NormOperation.Inference n ->
                new NormOperation.Inference(
                        n.layer(),
                        n.epsilon(),
                        function(activation, n.activation()),
                        n.x(),
                        n.parameters(),
                        residual,
                        parameters,
                        y);
        };
    }

    private static Activation function(Optional<ActivationOperation.Forward> activation, Activation otherwise) {
        return activation.map(ActivationOperation.Forward::activation).orElse(otherwise);
    }
}
