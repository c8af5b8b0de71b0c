package dev.lamina.train;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the steps of an epoch add up to.
 *
 * @param loss Σ batch mean · batch size
 * @param correct hits; with mixed images each counts in the share of the label it hits (Zhang et al. 2018, released code)
 * @param trainingSeconds in training steps alone
 * @param log10UpdateRatios by layer, of the epoch's last step; empty before
 */
public record EpochSums(
        double loss, double correct, long examples, double trainingSeconds, Map<String, Double> log10UpdateRatios) {
    public static final EpochSums NONE = new EpochSums(0, 0, 0, 0, Map.of());

    public EpochSums {
        if (!(correct >= 0 && correct <= examples) || !(trainingSeconds >= 0)) {
            throw new BadInputException(Message.of("train.sums", correct, examples, trainingSeconds));
        }
        log10UpdateRatios = Collections.unmodifiableMap(new LinkedHashMap<>(log10UpdateRatios));
    }

    EpochSums plus(double meanLoss, double correctInBatch, int batchSize, double seconds) {
        return new EpochSums(
                loss + meanLoss * batchSize,
                correct + correctInBatch,
                examples + batchSize,
                trainingSeconds + seconds,
                log10UpdateRatios);
    }

    EpochSums with(Map<String, Double> ratios) {
        return new EpochSums(loss, correct, examples, trainingSeconds, ratios);
    }

    double meanLoss() {
        return loss / examples;
    }

    double accuracy() {
        return correct / examples;
    }

    double imagesPerSecond() {
        return examples / trainingSeconds;
    }
}
