package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/**
 * f(y) = y Φ(y), f′ = Φ(y) + y φ(y) with the normal distribution Φ = ½ erfc(−y/√2) and its density φ, not the forms by tanh
 * or σ that the paper offers as approximations. Source: Hendrycks, Gimpel 2016, "Gaussian error linear units", section 2.
 */
@JsonTypeName("gelu")
@Origin(formula = "f(y) = y Φ(y)", source = "Hendrycks, Gimpel 2016, section 2")
public record Gelu() implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return y * normal(y);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        return normal(y) + y * Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI);
    }

    @Override
    public double negativeSlopeAtZero() {
        return 0.5;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return 1.1289042;
    }

    /**
     * Φ(y), to 1e-13 of itself. For |y| &lt; 3 by the series φ(y) (y + y³/3 + y⁵/15 + …) (Marsaglia 2004, "Evaluating the normal
     * distribution"), beyond by the continued fraction of the tail, φ(y) / (y + 1/(y + 2/(y + 3/(y + …)))).
     */
    static double normal(double y) {
        double size = Math.abs(y);
        double density = Math.exp(-y * y / 2) / Math.sqrt(2 * Math.PI);
        if (size < 3) {
            double term = y;
            double sum = y;
            for (int k = 3; Math.abs(term) > 1e-18; k += 2) {
                term *= y * y / k;
                sum += term;
            }
            return 0.5 + density * sum;
        }
        double fraction = size;
        for (int k = 100; k > 0; k--) {
            fraction = size + k / fraction;
        }
        return y < 0 ? density / fraction : 1 - density / fraction;
    }
}
