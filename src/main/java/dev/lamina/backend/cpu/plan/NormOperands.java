package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BatchNorm;
import dev.lamina.backend.cpu.kernel.BatchNormForward;
import dev.lamina.backend.cpu.kernel.BlockedShape;
import dev.lamina.nn.activation.Activation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the forward and backward passes of a batch normalization share. The statistics are missing in test mode. */
record NormOperands(
        Tensor x,
        @Nullable Tensor residual,
        Tensor scale,
        Tensor shift,
        Tensor runningMean,
        Tensor runningVariance,
        double epsilon,
        Activation activation,
        List<Tensor> activationParameters,
        List<Tensor> statistics) {

    static NormOperands of(PlanBuilder builder, NormOperation.Forward op, List<Value> statistics) {
        return new NormOperands(
                builder.map(op.x()),
                op.residual().map(r -> builder.map(r)).orElse(null),
                builder.home(op.parameters().scale()),
                builder.home(op.parameters().shift()),
                builder.home(op.parameters().runningMean()),
                builder.home(op.parameters().runningVariance()),
                op.epsilon(),
                op.activation(),
                op.activationParameters().stream().map(builder::home).toList(),
                statistics.stream().map(builder::define).toList());
    }

    List<Tensor> withoutResidual() {
        List<Tensor> all = new ArrayList<>(List.of(x, scale, shift, runningMean, runningVariance));
        all.addAll(activationParameters);
        all.addAll(statistics);
        return all;
    }

    /** What the forward pass touches, its result included. */
    List<Tensor> with(Tensor y) {
        List<Tensor> all = withoutResidual();
        if (residual != null) {
            all.add(residual);
        }
        all.add(y);
        return all;
    }

    BatchNorm.Running running(Binding binding, float momentum) {
        return new BatchNorm.Running(binding.segment(runningMean), binding.segment(runningVariance), momentum);
    }

    BatchNormForward forward(Binding binding, Tensor y) {
        return new BatchNormForward(
                norm(binding, List.of()), binding.blocked(x), binding.optional(residual), binding.blocked(y));
    }

    /** The kernels, with gradients of the activation's parameters to these tensors, if they are wanted. */
    BatchNorm norm(Binding binding, List<Tensor> activationGradients) {
        BlockedShape shape = binding.blocked(x).shape();
        var affine = new BatchNorm.Affine(binding.segment(scale), binding.segment(shift));
        var function = Activations.in(binding, activation, activationParameters, activationGradients);
        return statistics.isEmpty()
                ? new BatchNorm(binding.workers().team(), shape, epsilon, affine, function)
                : new BatchNorm(
                        binding.workers().team(),
                        shape,
                        epsilon,
                        affine,
                        function,
                        new BatchNorm.Statistics(
                                binding.segment(statistics.getFirst()), binding.segment(statistics.getLast())));
    }
}
