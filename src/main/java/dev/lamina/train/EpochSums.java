package dev.lamina.train;

/**
 * What the steps of an epoch add up to.
 *
 * @param loss Σ batch mean · batch size
 * @param trainingSeconds in training steps alone
 */
public record EpochSums(double loss, long correct, long examples, double trainingSeconds) {
    public static final EpochSums NONE = new EpochSums(0, 0, 0, 0);

    public EpochSums {
        if (correct < 0 || correct > examples || !(trainingSeconds >= 0)) {
            throw new IllegalArgumentException(
                    correct + " correct of " + examples + " examples in " + trainingSeconds + " s cannot be");
        }
    }

    EpochSums plus(double meanLoss, long correctInBatch, int batchSize, double seconds) {
        return new EpochSums(
                loss + meanLoss * batchSize, correct + correctInBatch, examples + batchSize, trainingSeconds + seconds);
    }

    double meanLoss() {
        return loss / examples;
    }

    double accuracy() {
        return (double) correct / examples;
    }

    double imagesPerSecond() {
        return examples / trainingSeconds;
    }
}
