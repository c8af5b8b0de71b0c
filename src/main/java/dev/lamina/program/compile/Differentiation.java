package dev.lamina.program.compile;

import dev.lamina.nn.activation.Identity;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reverse-mode automatic differentiation on operations. Goes through the forward operations backwards and adds, for
 * each that lies between a target and a value with an upstream gradient, the operation that computes its adjoint.
 */
final class Differentiation {
    /** Upstream gradients a normalization's backward pass sums up itself. */
    private static final int NORM_UPSTREAMS = 2;

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
     * @param upstream the value differentiated, and the gradient of the objective in it
     * @param targets what to differentiate in
     * @param prefix begins the names of the gradients
     * @return the gradient of each target that the value depends on
     * @throws IllegalArgumentException naming the layer, if a target is a parameter of a normalization in test mode
     */
    static Map<Value, Value> differentiate(
            ProgramBuilder builder,
            List<Operation> forward,
            Map.Entry<Value, Value> upstream,
            Set<Value> targets,
            String prefix) {
        var differentiation = new Differentiation(builder, dependents(forward, targets), prefix);
        differentiation.contribute(upstream.getKey(), upstream.getValue());
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
        Value y = operation.outputs().getFirst();
        if (!contributions.containsKey(y) || operation.inputs().stream().noneMatch(active::contains)) {
            return;
        }
        switch (operation) {
            case ConvolutionOperation op -> convolution(op, y);
            case LinearOperation op -> linear(op, y);
            case NormOperation op -> norm(op, y);
            case ActivationOperation op -> activation(op, y);
            case PoolOperation op -> pool(op, y);
            case ElementOperation op -> element(op, y);
            case WeightOperation op -> weight(op, y);
            case InputOperation op -> throw notForward(op);
            case LossOperation op -> throw notForward(op);
            case UpdateOperation op -> throw notForward(op);
        }
    }

    private void convolution(ConvolutionOperation operation, Value y) {
        if (!(operation instanceof ConvolutionOperation.Forward op)) {
            throw notForward(operation);
        }
        Value dy = total(y, op.layer());
        if (active.contains(op.w())) {
            Value dw = gradient(op.w());
            Optional<Value> dbias = op.bias().map(this::gradient);
            builder.add(new ConvolutionOperation.BackwardWeights(op.layer(), op.window(), op.x(), dy, dw, dbias));
        }
        if (active.contains(op.x())) {
            builder.add(new ConvolutionOperation.BackwardData(op.layer(), op.window(), dy, op.w(), gradient(op.x())));
        }
    }

    private void linear(LinearOperation operation, Value y) {
        if (!(operation instanceof LinearOperation.Forward op)) {
            throw notForward(operation);
        }
        Value dy = total(y, op.layer());
        if (active.contains(op.w())) {
            Value dw = gradient(op.w());
            Optional<Value> dbias = op.bias().map(this::gradient);
            builder.add(new LinearOperation.BackwardWeights(op.layer(), op.x(), dy, dw, dbias));
        }
        if (active.contains(op.x())) {
            builder.add(new LinearOperation.BackwardData(op.layer(), dy, op.w(), gradient(op.x())));
        }
    }

    private void norm(NormOperation operation, Value y) {
        List<Value> dys = contributions.get(y);
        if (dys == null || dys.size() > NORM_UPSTREAMS) {
            dys = List.of(total(y, operation.layer()));
        }
        switch (operation) {
            case NormOperation.Training op -> {
                Optional<Value> dresidual = residualGradient(op.residual(), op.activation() instanceof Identity, dys);
                builder.add(new NormOperation.TrainingBackward(
                        op.layer(),
                        op,
                        dys,
                        gradient(op.x()),
                        gradient(op.parameters().scale()),
                        gradient(op.parameters().shift()),
                        dresidual,
                        op.activationParameters().stream().map(this::gradient).toList()));
            }
            case NormOperation.Inference op -> {
                refuseParameters(op);
                Optional<Value> dresidual = residualGradient(op.residual(), op.activation() instanceof Identity, dys);
                builder.add(new NormOperation.InferenceBackward(op.layer(), op, dys, gradient(op.x()), dresidual));
            }
            case NormOperation.TrainingBackward op -> throw notForward(op);
            case NormOperation.InferenceBackward op -> throw notForward(op);
        }
    }

    /** In test mode the parameters of a normalization and of the activation joined with it are constants. */
    private void refuseParameters(NormOperation.Inference operation) {
        NormParameters own = operation.parameters();
        Stream.concat(Stream.of(own.scale(), own.shift()), operation.activationParameters().stream())
                .filter(active::contains)
                .findFirst()
                .ifPresent(parameter -> {
                    throw new IllegalArgumentException(operation.layer() + ": " + parameter.name()
                            + " has no gradient in test mode; differentiate in training mode");
                });
    }

    /** Behind the identity the residual's gradient is the upstream one itself, so no operation need write it. */
    private Optional<Value> residualGradient(Optional<Value> residual, boolean identity, List<Value> dys) {
        if (residual.isEmpty() || !active.contains(residual.get())) {
            return Optional.empty();
        }
        if (identity) {
            dys.forEach(dy -> contribute(residual.get(), dy));
            return Optional.empty();
        }
        return residual.map(this::gradient);
    }

    private void activation(ActivationOperation operation, Value y) {
        if (!(operation instanceof ActivationOperation.Forward op)) {
            throw notForward(operation);
        }
        List<Value> dparameters = op.parameters().stream()
                .filter(active::contains)
                .map(this::gradient)
                .toList();
        builder.add(
                new ActivationOperation.Backward(op.layer(), op, total(y, op.layer()), gradient(op.x()), dparameters));
    }

    private void pool(PoolOperation operation, Value y) {
        String layer = operation.layer();
        Value dy = total(y, layer);
        switch (operation) {
            case PoolOperation.Max op -> builder.add(new PoolOperation.MaxBackward(layer, op, dy, gradient(op.x())));
            case PoolOperation.Average op ->
                builder.add(new PoolOperation.AverageBackward(layer, op.window(), dy, gradient(op.x())));
            case PoolOperation.GlobalAverage op ->
                builder.add(new PoolOperation.GlobalAverageBackward(layer, dy, gradient(op.x())));
            case PoolOperation.MaxBackward op -> throw notForward(op);
            case PoolOperation.AverageBackward op -> throw notForward(op);
            case PoolOperation.GlobalAverageBackward op -> throw notForward(op);
        }
    }

    private void element(ElementOperation operation, Value y) {
        String layer = operation.layer();
        Value dy = total(y, layer);
        switch (operation) {
            case ElementOperation.Sum op -> op.xs().forEach(x -> contribute(x, dy));
            case ElementOperation.Concatenate op -> {
                List<Value> dxs = op.xs().stream().map(this::gradient).toList();
                builder.add(new ElementOperation.ConcatenateBackward(layer, dy, dxs));
            }
            case ElementOperation.Reshape op -> builder.add(new ElementOperation.Reshape(layer, dy, gradient(op.x())));
            // A step function: nothing flows back.
            case ElementOperation.DrawnSlope _ -> {}
            case ElementOperation.Mask op ->
                builder.add(new ElementOperation.Mask(layer, dy, op.mask(), gradient(op.x())));
            case ElementOperation.SubsampleZeroPad op ->
                builder.add(new ElementOperation.SubsampleZeroPadBackward(layer, op.stride(), dy, gradient(op.x())));
            case ElementOperation.ConcatenateBackward op -> throw notForward(op);
            case ElementOperation.SubsampleZeroPadBackward op -> throw notForward(op);
        }
    }

    private void weight(WeightOperation operation, Value y) {
        if (!(operation instanceof WeightOperation.EqualNorm op)) {
            throw notForward(operation);
        }
        builder.add(new WeightOperation.EqualNormBackward(op.layer(), op, total(y, op.layer()), gradient(op.raw())));
    }

    /** A new value for a gradient in {@code value}, counted among its contributions. */
    private Value gradient(Value value) {
        Value gradient = builder.intermediate(prefix + value.name(), value.shape());
        contribute(value, gradient);
        return gradient;
    }

    private void contribute(Value value, Value gradient) {
        if (active.contains(value)) {
            contributions.computeIfAbsent(value, _ -> new ArrayList<>()).add(gradient);
        }
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

    private static IllegalArgumentException notForward(Operation operation) {
        return new IllegalArgumentException(
                operation.layer() + ": " + operation.getClass().getSimpleName() + " has no derivative here");
    }
}
