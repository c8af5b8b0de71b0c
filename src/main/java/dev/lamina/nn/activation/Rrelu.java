package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;

/**
 * Randomized leaky ReLU: f(y) = y for y &gt; 0, a y otherwise, in training with a slope a of its own for every element, drawn
 * anew at every step from the uniform distribution between lower and upper; in testing with the mean (lower + upper) / 2.
 * Source: Xu et al. 2015, section 2.4. The formulas here are those of test mode.
 */
@JsonTypeName("rrelu")
@Origin(formula = "f(y) = max(y, 0) + a min(y, 0), a ∼ U(l, u)", source = "Xu et al. 2015, section 2.4")
public record Rrelu(
        @Setting(defaultValue = "0.125", min = 0, max = 1, meaning = "smallest slope of the negative part")
        double lower,

        @Setting(
                defaultValue = "0.3333333333333333",
                min = 0,
                max = 1,
                meaning = "largest slope of the negative part, at least the smallest")
        double upper)
        implements Activation {
    public Rrelu {
        if (lower > upper) {
            throw new BadInputException(Message.of("nn.slopesCross", lower, upper));
        }
    }

    /** The slope in test mode. */
    public double meanSlope() {
        return (lower + upper) / 2;
    }

    @Override
    public double value(double y, double[] parameters) {
        return y > 0 ? y : meanSlope() * y;
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return y > 0 ? 1 : meanSlope();
    }

    @Override
    public double negativeSlopeAtZero() {
        return meanSlope();
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return Math.max(1, meanSlope());
    }
}
