package dev.lamina.data;

import dev.lamina.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/** The parts of one run; validation, when there is one, was taken out of training and never out of test. */
public record DataParts(ImageDataset training, @Nullable ImageDataset validation, ImageDataset test) {
    /** Takes the validation part, if a split is given, out of the training set. */
    public static DataParts of(TrainTest data, @Nullable ValidationSplit split, Seeds seeds) {
        if (split == null) {
            return new DataParts(data.training(), null, data.test());
        }
        ValidationSplit.Parts parts = split.apply(data.training(), seeds);
        return new DataParts(parts.training(), parts.validation(), data.test());
    }
}
