package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** f(y) = y for y &gt; 0, α(e^y − 1) otherwise (Clevert et al. 2016). */
@JsonTypeName("elu")
@Origin(formula = "f(y) = y, y > 0; α (e^y − 1), y ≤ 0", source = "Clevert, Unterthiner, Hochreiter 2016, eq. 15")
public record Elu(
        @Setting(defaultValue = "1.0", min = 0, meaning = "scale α of the negative part")
        double alpha) implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return y > 0 ? y : alpha * Math.expm1(y);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return y > 0 ? 1 : alpha * Math.exp(y);
    }

    @Override
    public double negativeSlopeAtZero() {
        return alpha;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return Math.max(1, alpha);
    }
}
