package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BatchNorm;
import dev.lamina.backend.cpu.kernel.BatchNormForward;
import dev.lamina.backend.cpu.kernel.BlockedShape;
import dev.lamina.nn.activation.Activation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    static NormOperands of(PlanBuilder builder, NormOperation.Training op) {
        return of(
                builder,
                op.x(),
                op.residual(),
                op.parameters(),
                op.epsilon(),
                op.activation(),
                op.activationParameters(),
                List.of(builder.define(op.mean()), builder.define(op.inverseDeviation())));
    }

    static NormOperands of(PlanBuilder builder, NormOperation.Inference op) {
        return of(
                builder,
                op.x(),
                op.residual(),
                op.parameters(),
                op.epsilon(),
                op.activation(),
                op.activationParameters(),
                List.of());
    }

    private static NormOperands of(
            PlanBuilder builder,
            Value x,
            Optional<Value> residual,
            NormParameters parameters,
            double epsilon,
            Activation activation,
            List<Value> activationParameters,
            List<Tensor> statistics) {
        return new NormOperands(
                builder.map(x),
                residual.map(r -> builder.map(r)).orElse(null),
                builder.home(parameters.scale()),
                builder.home(parameters.shift()),
                builder.home(parameters.runningMean()),
                builder.home(parameters.runningVariance()),
                epsilon,
                activation,
                activationParameters.stream().map(builder::home).toList(),
                statistics);
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
