package dev.lamina.program;

import java.util.List;

/** Optimizer updates of one parameter, in place. */
public sealed interface UpdateOperation extends Operation {
    /**
     * {@link dev.lamina.nn.optim.Sgd} on one parameter, in place. {@code hyperparameters} [3] = learning rate,
     * momentum, weight decay, live at every step; rule holds the parameter's own factors.
     */
    record Sgd(
            String layer,
            boolean nesterov,
            UpdateRule rule,
            Value parameter,
            Value gradient,
            Value velocity,
            Value hyperparameters)
            implements UpdateOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(parameter, gradient, velocity, hyperparameters), List.of(parameter, velocity));
        }
    }

    /**
     * {@link dev.lamina.nn.optim.Adam} on one parameter, in place. {@code hyperparameters} [4] = learning rate,
     * weight decay, 1 − β₁^t, 1 − β₂^t.
     */
    record Adam(
            String layer,
            dev.lamina.nn.optim.Adam optimizer,
            UpdateRule rule,
            Value parameter,
            Value gradient,
            Value firstMoment,
            Value secondMoment,
            Value hyperparameters)
            implements UpdateOperation {
        @Override
        public Flow flow() {
            return new Flow(
                    List.of(parameter, gradient, firstMoment, secondMoment, hyperparameters),
                    List.of(parameter, firstMoment, secondMoment));
        }
    }
}
