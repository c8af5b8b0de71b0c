package dev.lamina.metric;

/**
 * Mean over examples of a quantity that is known as a mean per batch: Σ n_b m_b / Σ n_b over the batches b.
 * Worked example: batches of 2 and 1 with means 1 and 4 give (2·1 + 1·4) / 3 = 2. Not safe for several threads.
 */
public final class BatchMean {
    private double weightedSum;
    private long examples;

    /**
     * @param mean the batch's mean; NaN makes the whole mean NaN
     * @throws IllegalArgumentException if the batch has no examples
     */
    public void add(double mean, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has at least one example, got " + batchSize);
        }
        weightedSum += mean * batchSize;
        examples += batchSize;
    }

    /** The mean so far, NaN before the first batch. */
    public double mean() {
        return examples == 0 ? Double.NaN : weightedSum / examples;
    }

    public long examples() {
        return examples;
    }
}
