package dev.lamina.train;

/**
 * What the steps of an epoch add up to.
 *
 * @param loss Σ batch mean · batch size
 * @param correct hits; with mixed images each counts in the share of the label it hits (Zhang et al. 2018, released code)
 * @param trainingSeconds in training steps alone
 */
public record EpochSums(double loss, double correct, long examples, double trainingSeconds) {
    public static final EpochSums NONE = new EpochSums(0, 0, 0, 0);

    public EpochSums {
        if (!(correct >= 0 && correct <= examples) || !(trainingSeconds >= 0)) {
            throw new IllegalArgumentException(
                    correct + " correct of " + examples + " examples in " + trainingSeconds + " s cannot be");
        }
    }

    EpochSums plus(double meanLoss, double correctInBatch, int batchSize, double seconds) {
        return new EpochSums(
                loss + meanLoss * batchSize, correct + correctInBatch, examples + batchSize, trainingSeconds + seconds);
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
