package dev.lamina.program.compile;

import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;

/**
 * Update operations of one optimizer. Their hyperparameters are one input vector, so that they can change at every step:
 * SGD [learning rate, momentum, weight decay]; Adam [learning rate, weight decay, 1 − β₁^t, 1 − β₂^t].
 */
record OptimizerUpdates(ProgramBuilder builder, Optimizer optimizer, Value hyperparameters) {
    private static final int SGD_HYPERPARAMETERS = 3;
    private static final int ADAM_HYPERPARAMETERS = 4;

    static OptimizerUpdates of(ProgramBuilder builder, Optimizer optimizer) {
        int count = switch (optimizer) {
            case Sgd _ -> SGD_HYPERPARAMETERS;
            case Adam _ -> ADAM_HYPERPARAMETERS;
        };
        return new OptimizerUpdates(builder, optimizer, builder.input(Program.HYPERPARAMETERS, Shape.of(count)));
    }

    Operation update(String layer, Value parameter, Value gradient, UpdateRule rule) {
        return switch (optimizer) {
            case Sgd sgd ->
                new UpdateOperation.Sgd(
                        layer,
                        sgd.nesterov(),
                        rule,
                        parameter,
                        gradient,
                        state(parameter, "velocity"),
                        hyperparameters);
            case Adam adam ->
                new UpdateOperation.Adam(
                        layer,
                        adam,
                        rule,
                        parameter,
                        gradient,
                        state(parameter, "firstMoment"),
                        state(parameter, "secondMoment"),
                        hyperparameters);
        };
    }

    private Value state(Value parameter, String name) {
        return builder.state(parameter.name() + "#" + name, parameter.shape());
    }
}
