package dev.lamina.data;

import java.util.List;

/**
 * How an epoch is cut into training batches.
 * @param batchSize examples a step, at least 1
 */
public record BatchPlan(int batchSize, Remainder remainder, List<Augmentation> augmentations) {
    public BatchPlan {
        augmentations = List.copyOf(augmentations);
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, got " + batchSize);
        }
    }

    /** Examples that an epoch takes of so many: all, or without the dropped remainder. */
    public int examplesPerEpoch(int examples) {
        return remainder == Remainder.DROP ? examples - examples % batchSize : examples;
    }

    /** Batches that an epoch has of so many examples. */
    public int batchesPerEpoch(int examples) {
        return Math.ceilDiv(examplesPerEpoch(examples), batchSize);
    }
}
