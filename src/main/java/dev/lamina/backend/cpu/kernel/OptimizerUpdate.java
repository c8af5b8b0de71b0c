package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;

/**
 * Updates of one parameter in place, elements in any order. Memory is float32, whole vectors long; what lies behind the
 * last element is changed too and means nothing. Rates are read from {@code hyperparameters} at every run.
 */
public final class OptimizerUpdate {
    /** Factors on learning rate and weight decay, and the least value a parameter may take. */
    public record Rule(double learningRateFactor, double weightDecayFactor, double minimum) {}

    /** Decay rates of the moments and ε. */
    public record AdamRates(double beta1, double beta2, double epsilon) {}

    /** Whether the step looks ahead along the velocity. */
    public enum Momentum {
        PLAIN,
        NESTEROV
    }

    private OptimizerUpdate() {}

    /**
     * Stochastic gradient descent: g ← g + λw; v ← μv + g; w ← w − η(g + μv) with Nesterov, w − ηv without.
     *
     * @param hyperparameters learning rate η, momentum μ, weight decay λ
     */
    public static Launch sgd(
            Team team,
            Momentum momentum,
            Rule rule,
            MemorySegment parameter,
            MemorySegment gradient,
            MemorySegment velocity,
            MemorySegment hyperparameters) {
        long vectors = parameter.byteSize() / BYTES;
        return () -> {
            float rate = (float) (at(hyperparameters, 0) * rule.learningRateFactor);
            float mu = at(hyperparameters, 1);
            float decay = (float) (at(hyperparameters, 2) * rule.weightDecayFactor);
            float minimum = (float) rule.minimum;
            team.run((member, size) -> sgd(
                    momentum,
                    parameter,
                    gradient,
                    velocity,
                    Team.start(vectors, 1, member, size) * BYTES,
                    Team.start(vectors, 1, member + 1, size) * BYTES,
                    rate,
                    mu,
                    decay,
                    minimum));
        };
    }

    private static void sgd(
            Momentum momentum,
            MemorySegment parameter,
            MemorySegment gradient,
            MemorySegment velocity,
            long from,
            long to,
            float rate,
            float mu,
            float decay,
            float minimum) {
        FloatVector mus = FloatVector.broadcast(FLOATS, mu);
        FloatVector decays = FloatVector.broadcast(FLOATS, decay);
        FloatVector rates = FloatVector.broadcast(FLOATS, -rate);
        for (long i = from; i < to; i += BYTES) {
            FloatVector w = load(parameter, i);
            FloatVector g = w.fma(decays, load(gradient, i));
            FloatVector v = load(velocity, i).fma(mus, g);
            v.intoMemorySegment(velocity, i, ORDER);
            FloatVector direction = momentum == Momentum.NESTEROV ? v.fma(mus, g) : v;
            direction.fma(rates, w).max(minimum).intoMemorySegment(parameter, i, ORDER);
        }
    }

    /**
     * Adam: g ← g + λw; m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ← w − η (m/c₁) / (√(v/c₂) + ε).
     *
     * @param hyperparameters learning rate η, weight decay λ, corrections c₁ = 1 − β₁^t and c₂ = 1 − β₂^t
     */
    public static Launch adam(
            Team team,
            AdamRates rates,
            Rule rule,
            MemorySegment parameter,
            MemorySegment gradient,
            MemorySegment first,
            MemorySegment second,
            MemorySegment hyperparameters) {
        long vectors = parameter.byteSize() / BYTES;
        return () -> {
            double correction = Math.sqrt(at(hyperparameters, 3));
            // η (m/c₁) / (√(v/c₂) + ε) = (η √c₂ / c₁) m / (√v + ε √c₂)
            float rate =
                    (float) (at(hyperparameters, 0) * rule.learningRateFactor * correction / at(hyperparameters, 2));
            float epsilon = (float) (rates.epsilon * correction);
            float decay = (float) (at(hyperparameters, 1) * rule.weightDecayFactor);
            team.run((member, size) -> adam(
                    rates,
                    parameter,
                    gradient,
                    first,
                    second,
                    Team.start(vectors, 1, member, size) * BYTES,
                    Team.start(vectors, 1, member + 1, size) * BYTES,
                    rate,
                    epsilon,
                    decay,
                    (float) rule.minimum));
        };
    }

    private static void adam(
            AdamRates rates,
            MemorySegment parameter,
            MemorySegment gradient,
            MemorySegment first,
            MemorySegment second,
            long from,
            long to,
            float rate,
            float epsilon,
            float decay,
            float minimum) {
        FloatVector decays = FloatVector.broadcast(FLOATS, decay);
        FloatVector beta1 = FloatVector.broadcast(FLOATS, (float) rates.beta1);
        FloatVector beta2 = FloatVector.broadcast(FLOATS, (float) rates.beta2);
        FloatVector rest1 = FloatVector.broadcast(FLOATS, (float) (1 - rates.beta1));
        FloatVector rest2 = FloatVector.broadcast(FLOATS, (float) (1 - rates.beta2));
        for (long i = from; i < to; i += BYTES) {
            FloatVector w = load(parameter, i);
            FloatVector g = w.fma(decays, load(gradient, i));
            FloatVector m = load(first, i).fma(beta1, g.mul(rest1));
            FloatVector v = load(second, i).fma(beta2, g.mul(g).mul(rest2));
            m.intoMemorySegment(first, i, ORDER);
            v.intoMemorySegment(second, i, ORDER);
            FloatVector step = m.mul(rate).div(v.sqrt().add(epsilon));
            w.sub(step).max(minimum).intoMemorySegment(parameter, i, ORDER);
        }
    }

    private static FloatVector load(MemorySegment from, long at) {
        return FloatVector.fromMemorySegment(FLOATS, from, at, ORDER);
    }

    private static float at(MemorySegment hyperparameters, int index) {
        return hyperparameters.getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }
}
