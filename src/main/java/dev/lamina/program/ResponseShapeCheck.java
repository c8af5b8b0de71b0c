package dev.lamina.program;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.tensor.Shape;
import java.util.List;

/** The part of {@link ShapeCheck} on operations with an activation. */
final class ResponseShapeCheck {
    private ResponseShapeCheck() {}

    static void norm(NormOperation operation) {
        switch (operation) {
            case NormOperation.Forward f -> {
                Shape channels = ShapeCheck.channels(f.x());
                ShapeCheck.requireAll(f.layer(), f.parameters().all(), channels);
                ShapeCheck.requireAll(f.layer(), f.statistics(), channels);
                ShapeCheck.requireAll(f.layer(), Values.join(List.of(f.y()), f.residual()), f.x().shape());
                parameters(f.layer(), f.activation(), f.activationParameters(), f.x());
            }
            case NormOperation.TrainingBackward b -> {
                Value x = b.forward().x();
                ShapeCheck.requireAll(b.layer(), b.dys(), x.shape());
                ShapeCheck.requireAll(b.layer(), Values.join(List.of(b.dx()), b.dresidual()), x.shape());
                ShapeCheck.requireAll(b.layer(), List.of(b.dscale(), b.dshift()), ShapeCheck.channels(x));
                parameters(b.layer(), b.forward().activation(), b.dactivationParameters(), x);
            }
            case NormOperation.InferenceBackward b -> {
                Shape shape = b.forward().x().shape();
                ShapeCheck.requireAll(b.layer(), b.dys(), shape);
                ShapeCheck.requireAll(b.layer(), Values.join(List.of(b.dx()), b.dresidual()), shape);
            }
        }
    }

    static void activation(ActivationOperation operation) {
        switch (operation) {
            case ActivationOperation.Forward f -> {
                ShapeCheck.require(f.layer(), f.y(), f.x().shape());
                parameters(f.layer(), f.activation(), f.parameters(), f.x());
            }
            case ActivationOperation.Backward b -> {
                Value x = b.forward().x();
                ShapeCheck.requireAll(b.layer(), List.of(b.dy(), b.dx()), x.shape());
                if (!b.dparameters().isEmpty()) {
                    parameters(b.layer(), b.forward().activation(), b.dparameters(), x);
                }
            }
        }
    }

    private static void parameters(String layer, Activation activation, List<Value> parameters, Value x) {
        if (parameters.size() != activation.parameters().size()) {
            throw new IllegalArgumentException(layer + ": " + activation + " has "
                    + activation.parameters().size() + " parameters, got " + parameters.size());
        }
        Shape shared = activation.sharing() == Sharing.LAYER ? Shape.of(1) : ShapeCheck.channels(x);
        ShapeCheck.requireAll(layer, parameters, shared);
    }
}
