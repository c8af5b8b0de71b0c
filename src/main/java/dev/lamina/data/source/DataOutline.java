package dev.lamina.data.source;

import dev.lamina.data.DataNotice;
import dev.lamina.data.DataParts;
import dev.lamina.data.ValidationSplit;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a data set before it is read: the shape [channels, height, width] of an example and the classes,
 * which a network must know.
 * @param trainingImages examples to train on, before a part of them is set aside for validation
 * @param validation where the set's own validation set lies, empty if it has none
 * @param notices what is to be said of it
 */
public record DataOutline(
        Shape exampleShape,
        List<String> classNames,
        int trainingImages,
        Optional<String> validation,
        List<DataNotice> notices) {
    public DataOutline {
        classNames = List.copyOf(classNames);
        notices = List.copyOf(notices);
    }

    public DataOutline(Shape exampleShape, List<String> classNames, int trainingImages) {
        this(exampleShape, classNames, trainingImages, Optional.empty(), List.of());
    }

    /** Examples that are left to train on when a split has taken its part; at least 1. */
    public int trainingImages(@Nullable ValidationSplit split) {
        return split == null ? trainingImages : Math.max(1, trainingImages - split.sizeOf(trainingImages));
    }

    /** @throws BadInputException if a validation set is to be made where there is one */
    public void requireFit(@Nullable ValidationSplit split) {
        if (split != null && validation.isPresent()) {
            throw DataParts.twoValidations(validation.get());
        }
    }
}
