package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** The finite values an axis runs between, low &lt; high. */
public record AxisRange(double low, double high) {
    public AxisRange {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new BadInputException(Message.of("figure.noRange", low, high));
        }
    }

    public double length() {
        return high - low;
    }

    /** Scaled by a factor about a value that stays where it is. */
    public AxisRange zoomed(double factor, double about) {
        return new AxisRange(about - (about - low) * factor, about + (high - about) * factor);
    }

    public AxisRange shifted(double by) {
        return new AxisRange(low + by, high + by);
    }
}
