package dev.lamina.metric;

/** Counts correct predictions; the accuracy is a fraction from 0 to 1. Not safe for several threads. */
public final class CorrectCount {
    private long correct;
    private long examples;

    /** @throws IllegalArgumentException if the batch is empty or has fewer examples than correct ones */
    public void add(int correctInBatch, int batchSize) {
        if (batchSize < 1 || correctInBatch < 0 || correctInBatch > batchSize) {
            throw new IllegalArgumentException(correctInBatch + " correct of " + batchSize + " is not a batch");
        }
        correct += correctInBatch;
        examples += batchSize;
    }

    /** The fraction of correct predictions so far, NaN before the first batch. */
    public double accuracy() {
        return examples == 0 ? Double.NaN : (double) correct / examples;
    }

    public long correct() {
        return correct;
    }

    public long examples() {
        return examples;
    }
}
