package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;

/**
 * A shaded stretch of an axis with a short label: of x, such as a stage of training, or of the left y axis, such as
 * values worth a second look. A stretch of y may be infinite at one end; the axis then always reaches into it.
 */
@JsonTypeName("band")
public record Band(
        Orientation orientation,

        @Setting(infinite = true, meaning = "where it begins")
        double from,

        @Setting(infinite = true, meaning = "where it ends") double to,
        String label)
        implements Note {
    public Band {
        if (!(from < to) || (orientation == Orientation.VERTICAL && Double.isInfinite(to - from))) {
            throw new BadInputException(Message.of("figure.noBand", from, to).at(label));
        }
    }

    /** A stretch of x. */
    public static Band vertical(double from, double to, String label) {
        return new Band(Orientation.VERTICAL, from, to, label);
    }

    /** A stretch of y. */
    public static Band horizontal(double from, double to, String label) {
        return new Band(Orientation.HORIZONTAL, from, to, label);
    }
}
