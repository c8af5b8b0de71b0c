package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The color of a curve, whatever the theme. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Tint {
    /** One of the palette, to be told apart from the others. */
    @JsonTypeName("numbered")
    record Numbered(int number) implements Tint {}

    /** One of a ramp, for many curves in an order: 0 for the first, 1 for the last. */
    @JsonTypeName("graded")
    record Graded(double position) implements Tint {
        public Graded {
            if (!(position >= 0 && position <= 1)) {
                throw new IllegalArgumentException("a ramp goes from 0 to 1, got " + position);
            }
        }
    }
}
