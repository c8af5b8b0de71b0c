package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.List;

/**
 * Multiple parametric exponential linear unit: f(y) = y for y &gt; 0, α(e^{βy} − 1) otherwise, α and β trained.
 *   ∂f/∂y = β(f + α),  ∂f/∂α = e^{βy} − 1,  ∂f/∂β = y(f + α)  for y ≤ 0;  1, 0, 0 for y &gt; 0
 * Source: Li et al., MPELU paper; METHODS section 3. After each update β is clamped to at least 10⁻⁴, so it stays positive.
 * α = 0 is ReLU, α = β = 1 is ELU. Never divides by α.
 */
@JsonTypeName("mpelu")
@Origin(formula = "f(y) = y, y > 0; α_c (e^(β_c y) − 1), y ≤ 0", source = "Li, Fan, Li, Wu, Ming 2018, eq. 7")
public record Mpelu(
        @Setting(defaultValue = "1.0", meaning = "scale α of the negative part before training")
        double initialAlpha,

        @Setting(
                defaultValue = "1.0",
                min = Mpelu.MINIMUM_BETA,
                meaning = "rate β of the negative part before training")
        double initialBeta,

        @Setting(defaultValue = "\"channel\"", meaning = "whether each channel or the whole layer has one α and β")
        Sharing sharing,

        @Setting(defaultValue = "5.0", min = 0, meaning = "multiplies the learning rate for α and β")
        double learningRateFactor,

        @Setting(defaultValue = "1.0", min = 0, meaning = "multiplies the weight decay for α and β; 0 turns it off")
        double weightDecayFactor)
        implements Activation {
    static final double MINIMUM_BETA = 1e-4;

    /** As a file that only names it has it. */
    public static final Mpelu DEFAULT = new Mpelu(1, 1, Sharing.CHANNEL, 5, 1);

    /** With α = 0.25, as in the MPELU paper's residual networks without pre-activation. */
    public static final Mpelu QUARTER = new Mpelu(0.25, 1, Sharing.CHANNEL, 5, 1);

    /** Starts almost as the identity, for the place after a residual block's addition. Source: MPELU paper. */
    public static final Mpelu NEAR_IDENTITY = new Mpelu(98, 0.01, Sharing.CHANNEL, 5, 1);

    @Override
    public List<ActivationParameter> parameters() {
        return List.of(
                new ActivationParameter(
                        "alpha", initialAlpha, Double.NEGATIVE_INFINITY, learningRateFactor, weightDecayFactor),
                new ActivationParameter("beta", initialBeta, MINIMUM_BETA, learningRateFactor, weightDecayFactor));
    }

    @Override
    public double value(double y, double[] parameters) {
        return y > 0 ? y : parameters[0] * Math.expm1(parameters[1] * y);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return y > 0 ? 1 : parameters[1] * parameters[0] * Math.exp(parameters[1] * y);
    }

    @Override
    public double parameterDerivative(int index, double y, double[] parameters) {
        if (y > 0) {
            return 0;
        }
        return index == 0 ? Math.expm1(parameters[1] * y) : parameters[0] * y * Math.exp(parameters[1] * y);
    }

    @Override
    public double negativeSlopeAtZero() {
        return initialAlpha * initialBeta;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return Math.max(1, Math.abs(parameters[0] * parameters[1]));
    }
}
