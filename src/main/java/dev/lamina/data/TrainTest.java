package dev.lamina.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set as published: what to train on, and what only the final measurement may look at.
 * @param validation where the set has one of its own
 * @param notices what is to be said of how it was found
 */
public record TrainTest(
        ImageDataset training, @Nullable ImageDataset validation, ImageDataset test, List<DataNotice> notices) {
    public TrainTest {
        notices = List.copyOf(notices);
    }

    public TrainTest(ImageDataset training, ImageDataset test) {
        this(training, null, test, List.of());
    }
}
