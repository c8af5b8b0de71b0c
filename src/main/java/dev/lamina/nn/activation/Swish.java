package dev.lamina.nn.activation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * f(y) = y σ(βy), f′ = σ(βy) (1 + βy (1 − σ(βy))); β is a hyperparameter here. Source: Ramachandran, Zoph, Le 2017,
 * "Searching for activation functions"; β = 1 is SiLU: Elfwing, Uchibe, Doya 2018, "Sigmoid-weighted linear units for neural
 * network function approximation in reinforcement learning".
 */
@JsonTypeName("swish")
@Origin(formula = "f(y) = y σ(βy)", source = "Ramachandran, Zoph, Le 2017")
public record Swish(
        @Setting(defaultValue = "1.0", min = 0, minExclusive = true, max = 1000, meaning = "rate β of the gate σ(βy)")
        double beta)
        implements Activation {
    @Override
    public double value(double y, double[] parameters) {
        return y * Sigmoid.of(beta * y);
    }

    @Override
    public double derivative(double y, double[] parameters) {
        double t = beta * y;
        return Sigmoid.of(t) * (1 + t * Sigmoid.of(-t));
    }

    @Override
    public double negativeSlopeAtZero() {
        return 0.5;
    }

    @Override
    public double steepestSlope(double[] parameters) {
        return 1.0998394;
    }
}
