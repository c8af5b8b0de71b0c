package dev.lamina.config;

import dev.lamina.message.Message;
import dev.lamina.nn.head.StageOutline;
import dev.lamina.nn.optim.DecayExponent;
import dev.lamina.nn.optim.LearningRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the weight decays of a training amount to.
 *
 * @param images that are trained on
 */
public record WeightDecays(ExperimentConfig config, int images) {
    /**
     * Σ of the learning rate over all steps of the linear stages. WNLL stages are left out: they have few steps and one
     * block to train.
     */
    public double rateSum() {
        LearningRate rates = config.training().rates(config.batches().batchesPerEpoch(images));
        double factors = config.decidingHead().stages().stream()
                .mapToDouble(stage -> stage instanceof StageOutline.Linear linear ? linear.learningRateFactor() : 0)
                .sum();
        return factors * rates.sum();
    }

    /** λ of plain weight decay, unless it is 0. */
    public Optional<DecayExponent> plain() {
        return exponent(config.training().weightDecay());
    }

    /** λ of the shifted decay under an equal-norm constraint, unless it is 0 or there is none. */
    public Optional<DecayExponent> shifted() {
        return Optional.ofNullable(config.training().equalNorm()).flatMap(norm -> exponent(norm.weightDecay()));
    }

    private Optional<DecayExponent> exponent(double lambda) {
        return lambda == 0
                ? Optional.empty()
                : DecayExponent.of(config.training().optimizer(), lambda, rateSum());
    }

    /** Each λ with its exponent, a sentence each. */
    public List<Message> lines() {
        List<Message> lines = new ArrayList<>();
        plain().ifPresent(decay -> lines.add(Message.of("config.plainDecay", decay.lambda(), decay.words())));
        shifted().ifPresent(decay -> lines.add(Message.of("config.shiftedDecay", decay.lambda(), decay.words())));
        return lines;
    }
}
