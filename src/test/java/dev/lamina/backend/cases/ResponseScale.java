package dev.lamina.backend.cases;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Gelu;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mish;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.activation.Sigmoid;
import dev.lamina.nn.activation.Swish;
import dev.lamina.nn.activation.Tanh;

/** Upper bounds of an activation's derivatives, away from its kink. */
record ResponseScale(Activation activation, double[] parameters) {
    /** The largest |f′|, at least 1. */
    double slope() {
        return Math.max(1, activation.steepestSlope(parameters));
    }

    /** The largest |f″|. */
    double curvature() {
        return switch (activation) {
            case Identity _, Relu _, LeakyRelu _, Prelu _, Rrelu _ -> 0;
            case Elu elu -> elu.alpha();
            case Mpelu _ -> Math.abs(parameters[0]) * parameters[1] * parameters[1];
            case Gelu _ -> 0.8;
            case Mish _ -> 0.7;
            case Swish swish -> swish.beta() / 2;
            case Tanh _ -> 0.8;
            case Sigmoid _ -> 0.1;
        };
    }

    /** The largest operand in ∂f/∂p at a pre-activation z &lt; 0 of the given size: a for PReLU; α, β for MPELU. */
    double parameter(int index, double size) {
        return activation instanceof Mpelu && index == 0 ? 1 : size * Math.max(1, Math.abs(parameters[0]));
    }
}
