package dev.lamina.config;

import dev.lamina.data.Augmentation;
import dev.lamina.data.Mixing;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.ValidationSplit;
import dev.lamina.data.source.DataSource;
import dev.lamina.setting.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data set and its way into training. */
public record DataConfig(
        @Setting(meaning = "the data set and how much of it is used")
        DataSource source,

        @Setting(meaning = "part of the training set that is kept for validation; none unless given") @Nullable
        ValidationSplit validation,

        @Setting(
                defaultValue = "\"per-channel\"",
                meaning =
                        "how pixels become input: per-channel standardizes with the training set's mean and deviation")
        PixelScaling normalization,

        @Setting(defaultValue = "[]", meaning = "random changes of every training image, in this order")
        List<Augmentation> augmentations,

        @Setting(meaning = "joins every training image with another one of its batch, labels alike; not unless given")
        @Nullable
        Mixing mixing) {
    public DataConfig {
        augmentations = List.copyOf(augmentations);
    }
}
