package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A function f applied to every element y of a feature map, with trained parameters p that a whole channel
 * or the whole layer shares. Formulas: METHODS section 3.
 *
 * <p>{@code parameters} arguments hold the parameter values of one channel in the order of {@link #parameters()}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Activation
        permits Identity, Relu, LeakyRelu, Prelu, Rrelu, Elu, Mpelu, Sigmoid, Tanh, Swish, Mish, Gelu {
    /** The trained parameters, empty for most. */
    default List<ActivationParameter> parameters() {
        return List.of();
    }

    /** Which elements share one value of each parameter. */
    default Sharing sharing() {
        return Sharing.CHANNEL;
    }

    /** f(y). */
    double value(double y, double[] parameters);

    /** ∂f/∂y; at a kink the value from the left. */
    double derivative(double y, double[] parameters);

    /** ∂f/∂p for the parameter with the given index. */
    default double parameterDerivative(int index, double y, double[] parameters) {
        throw new IndexOutOfBoundsException("no parameter " + index + " in " + this);
    }

    /**
     * The slope of the negative part at y = 0, which initializers use: 0 for ReLU, a for PReLU, αβ for MPELU
     * (MPELU paper, eq. 22).
     */
    double negativeSlopeAtZero();

    /** The least upper bound of |∂f/∂y| over all y. */
    double steepestSlope(double[] parameters);
}
