package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BlockedActivation;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Activations that stand alone, by our vector kernels. */
record ActivationLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "vector";

    void lower(ActivationOperation operation) {
        switch (operation) {
            case ActivationOperation.Forward op -> forward(op);
            case ActivationOperation.Backward op -> backward(op);
        }
    }

    private void forward(ActivationOperation.Forward op) {
        Tensor x = builder.map(op.x());
        Tensor y = builder.defineMap(op.y());
        List<Tensor> parameters = parameters(op);
        List<Tensor> touched = new ArrayList<>(parameters);
        touched.addAll(List.of(x, y));
        builder.step(
                op,
                ALGORITHM,
                touched,
                binding -> kernel(binding, op, x, parameters, List.of()).forward(binding.blocked(x), binding.blocked(y))
                        ::run);
        builder.overlay(y, x);
        builder.settle(op.y(), y);
    }

    private void backward(ActivationOperation.Backward op) {
        Tensor x = builder.map(op.forward().x());
        Tensor dy = builder.map(op.dy());
        Tensor dx = builder.defineMap(op.dx());
        List<Tensor> parameters = parameters(op.forward());
        List<Tensor> gradients = new ArrayList<>();
        for (Value gradient : op.dparameters()) {
            gradients.add(builder.define(gradient));
        }
        List<Tensor> touched = new ArrayList<>(parameters);
        touched.addAll(gradients);
        touched.addAll(List.of(x, dy, dx));
        builder.step(
                op,
                ALGORITHM,
                touched,
                binding -> kernel(binding, op.forward(), x, parameters, gradients)
                        .backward(binding.blocked(x), binding.blocked(dy), binding.blocked(dx))::run);
        builder.overlay(dx, dy);
        builder.settle(op.dx(), dx);
    }

    private List<Tensor> parameters(ActivationOperation.Forward op) {
        return op.parameters().stream().map(builder::home).toList();
    }

    private static BlockedActivation kernel(
            Binding binding,
            ActivationOperation.Forward op,
            Tensor x,
            List<Tensor> parameters,
            List<Tensor> gradients) {
        return new BlockedActivation(
                binding.workers().team(),
                binding.blocked(x).shape(),
                Activations.in(binding, op.activation(), parameters, gradients));
    }
}
