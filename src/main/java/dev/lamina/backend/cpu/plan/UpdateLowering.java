package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.OptimizerUpdate;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import java.util.List;

/** Optimizer updates, flat over memory: gradient and state lie as their parameter does. */
record UpdateLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "vector";

    void lower(UpdateOperation operation) {
        switch (operation) {
            case UpdateOperation.Sgd op -> sgd(op);
            case UpdateOperation.Adam op -> adam(op);
        }
    }

    private void sgd(UpdateOperation.Sgd op) {
        Tensor parameter = builder.home(op.parameter());
        Tensor gradient = builder.standard(op.gradient());
        Tensor velocity = builder.home(op.velocity());
        Tensor hyperparameters = builder.home(op.hyperparameters());
        var momentum = op.nesterov() ? OptimizerUpdate.Momentum.NESTEROV : OptimizerUpdate.Momentum.PLAIN;
        builder.step(
                op,
                ALGORITHM,
                List.of(parameter, gradient, velocity, hyperparameters),
                binding -> OptimizerUpdate.sgd(
                        binding.workers().team(),
                        momentum,
                        rule(op.rule()),
                        binding.segment(parameter),
                        binding.segment(gradient),
                        binding.segment(velocity),
                        binding.segment(hyperparameters))::run);
    }

    private void adam(UpdateOperation.Adam op) {
        Tensor parameter = builder.home(op.parameter());
        Tensor gradient = builder.standard(op.gradient());
        Tensor first = builder.home(op.firstMoment());
        Tensor second = builder.home(op.secondMoment());
        Tensor hyperparameters = builder.home(op.hyperparameters());
        var rates = new OptimizerUpdate.AdamRates(
                op.optimizer().beta1(), op.optimizer().beta2(), op.optimizer().epsilon());
        builder.step(
                op,
                ALGORITHM,
                List.of(parameter, gradient, first, second, hyperparameters),
                binding -> OptimizerUpdate.adam(
                        binding.workers().team(),
                        rates,
                        rule(op.rule()),
                        binding.segment(parameter),
                        binding.segment(gradient),
                        binding.segment(first),
                        binding.segment(second),
                        binding.segment(hyperparameters))::run);
    }

    private static OptimizerUpdate.Rule rule(UpdateRule rule) {
        return new OptimizerUpdate.Rule(rule.learningRateFactor(), rule.weightDecayFactor(), rule.minimum());
    }
}
