package dev.lamina.data.source;

import dev.lamina.tensor.Shape;
import java.util.List;

/** What a network must know of a data set: the shape [channels, height, width] of an example, and the classes. */
public record DataOutline(Shape exampleShape, List<String> classNames) {
    public DataOutline {
        classNames = List.copyOf(classNames);
    }
}
