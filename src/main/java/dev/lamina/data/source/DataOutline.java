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
 * @param validation where the set's own validation set lies, empty if it has none
 * @param notices what is to be said of it
 */
public record DataOutline(
        Shape exampleShape, List<String> classNames, Optional<String> validation, List<DataNotice> notices) {
    public DataOutline {
        classNames = List.copyOf(classNames);
        notices = List.copyOf(notices);
    }

    public DataOutline(Shape exampleShape, List<String> classNames) {
        this(exampleShape, classNames, Optional.empty(), List.of());
    }

    /** @throws BadInputException if a validation set is to be made where there is one */
    public void requireFit(@Nullable ValidationSplit split) {
        if (split != null && validation.isPresent()) {
            throw DataParts.twoValidations(validation.get());
        }
    }
}
