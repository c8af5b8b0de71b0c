package dev.lamina.data;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;

/**
 * How an epoch is cut into training batches.
 * @param batchSize examples a step, at least 1
 */
public record BatchPlan(int batchSize, Remainder remainder, List<Augmentation> augmentations, Optional<Mixing> mixing) {
    public BatchPlan(int batchSize, Remainder remainder, List<Augmentation> augmentations) {
        this(batchSize, remainder, augmentations, Optional.empty());
    }

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

    /**
     * Whether a {@link Placement} says all that happens to an image: nothing is cut out or mixed, and there is one shift at
     * most. Two in a row lose pixels that their sum would keep.
     */
    boolean placesOnly() {
        return mixing.isEmpty()
                && augmentations.stream().allMatch(Placing.class::isInstance)
                && augmentations.stream().filter(PadCrop.class::isInstance).count() <= 1;
    }

    /** @throws BadInputException for augmentations or boxes of points, or when dropping the remainder leaves no batch */
    public void requireFit(ImageDataset training) {
        if (!augmentations.isEmpty() && !training.holdsImages()) {
            throw new BadInputException(
                    Message.of("data.augmentedPoints", training.name()).at("data.augmentations"));
        }
        if (mixing.orElse(null) instanceof CutMix && !training.holdsImages()) {
            throw new BadInputException(
                    Message.of("data.mixedPoints", training.name()).at("data.mixing"));
        }
        if (remainder == Remainder.DROP && training.size() < batchSize) {
            throw new BadInputException(Message.of("data.batchTooLarge", batchSize, training.size(), training.name())
                    .at("training.batchSize"));
        }
    }
}
