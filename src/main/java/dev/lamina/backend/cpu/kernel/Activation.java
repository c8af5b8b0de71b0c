package dev.lamina.backend.cpu.kernel;

import java.util.List;

/**
 * The elementwise functions that kernels apply, fused or alone. Trained parameters carry the memory of their value and
 * of their gradient, which a backward launch overwrites.
 */
public sealed interface Activation {
    /** f(z) = z. */
    record Identity() implements Activation {}

    /** f(z) = max(z, 0); the derivative at 0 is 0. */
    record Relu() implements Activation {}

    /** f(z) = z for z &gt; 0, slope·z otherwise. */
    record LeakyRelu(float slope) implements Activation {}

    /** f(z) = z for z &gt; 0, a·z otherwise; ∂f/∂a = z for z ≤ 0. */
    record Prelu(ChannelParameter a, ChannelParameter aGradient) implements Activation {}

    /** f(z) = z for z &gt; 0, α(e^z − 1) otherwise. */
    record Elu(float alpha) implements Activation {}

    /**
     * f(z) = z for z &gt; 0, α(e^{βz} − 1) otherwise, β &gt; 0. ∂f/∂α = e^{βz} − 1 and ∂f/∂β = αz e^{βz} for z ≤ 0.
     * Source: Li, Fan, Li, Wang, Improving Deep Neural Network with Multiple Parametric Exponential Linear Units.
     */
    record Mpelu(
            ChannelParameter alpha,
            ChannelParameter beta,
            ChannelParameter alphaGradient,
            ChannelParameter betaGradient)
            implements Activation {}

    /**
     * A function that trains nothing.
     *
     * @param number the function's own, such as the rate of Swish; 0 where it has none
     */
    record Composed(VectorFunction function, float number) implements Activation {}

    /** The vector loops of this function. */
    default ActivationKernel kernel() {
        return switch (this) {
            case Identity _ -> VectorFunction.IDENTITY.kernel();
            case Relu _ -> VectorFunction.RELU.kernel();
            case LeakyRelu _, Prelu _ -> VectorFunction.SLOPE.kernel();
            case Elu _, Mpelu _ -> VectorFunction.EXPONENTIAL.kernel();
            case Composed composed -> composed.function.kernel();
        };
    }

    /** The kernel's parameter of this number (0 or 1) for a channel. */
    default float parameter(int number, int channel) {
        return switch (this) {
            case Identity _, Relu _ -> 0;
            case LeakyRelu leaky -> number == 0 ? leaky.slope : 0;
            case Prelu prelu -> number == 0 ? prelu.a.get(channel) : 0;
            case Elu elu -> number == 0 ? elu.alpha : 1;
            case Mpelu mpelu -> (number == 0 ? mpelu.alpha : mpelu.beta).get(channel);
            case Composed composed -> number == 0 ? composed.number : 1;
        };
    }

    /** Sets the rows that its kernel reads. */
    default void setParameters(Coefficients coefficients, int channels) {
        for (int c = 0; c < channels; c++) {
            coefficients.set(Coefficients.PARAMETER, c, parameter(0, c));
            coefficients.set(Coefficients.PARAMETER + 1, c, parameter(1, c));
        }
    }

    /** Where the gradients of the kernel's parameters go, in the order of their numbers; empty if none is trained. */
    default List<ChannelParameter> gradients() {
        return switch (this) {
            case Identity _, Relu _, LeakyRelu _, Elu _, Composed _ -> List.of();
            case Prelu prelu -> List.of(prelu.aGradient);
            case Mpelu mpelu -> List.of(mpelu.alphaGradient, mpelu.betaGradient);
        };
    }
}
