package dev.lamina.nn.optim;

import dev.lamina.message.Message;
import java.util.Optional;

/**
 * How strongly weight decay alone pulls on weights over a whole training: without any other gradient it leaves
 *   w_end ≈ exp(−x) w_start,   x = λ Σ_t η_t / (1 − μ)
 * of them, μ the momentum, as a step's λw goes on to act with weights μ, μ², …. The same λ means something else in a
 * shorter training; the same x means the same. Source: METHODS section 4.
 * Worked example: λ = 1e-4, Σ η = 16672 (ImageNet, 100 epochs in batches of 256, 0.1 ÷ 10 every 30), μ = 0.9: x = 16.7.
 *
 * @param lambda λ
 * @param value x
 */
public record DecayExponent(double lambda, double value) {
    /**
     * Of a λ and a sum of learning rates.
     *
     * @return empty for Adam, which divides the decay by the size of the gradients
     */
    public static Optional<DecayExponent> of(Optimizer optimizer, double lambda, double rateSum) {
        return switch (optimizer) {
            case Sgd(double momentum, boolean _) ->
                Optional.of(new DecayExponent(lambda, lambda * rateSum / (1 - momentum)));
            case Adam _ -> Optional.empty();
        };
    }

    /** "λΣη/(1−μ) = 16.7: decay alone leaves e^−16.7 of the weights". */
    public Message words() {
        return Message.of("nn.decayExponent", value);
    }
}
