package dev.lamina.figure.render;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import java.util.List;

/** An axis and its limits. */
public record LimitedAxis(AxisSpec spec, AxisRange range) {
    List<Tick> ticks(int labelsThatFit) {
        return scale() == AxisScale.CATEGORIES
                ? Ticks.ofCategories(spec.categories(), labelsThatFit)
                : Ticks.of(spec.scale(), range, labelsThatFit);
    }

    public AxisScale scale() {
        return spec.scale();
    }

    /** Where a value lies between the limits: 0 at the lower, 1 at the upper; NaN where it has no place. */
    public double position(double value) {
        if (scale() == AxisScale.LOGARITHMIC) {
            return Math.log(value / range.low()) / Math.log(range.high() / range.low());
        }
        return (value - range.low()) / range.length();
    }

    /** The value at a position. */
    public double value(double position) {
        return scale() == AxisScale.LOGARITHMIC
                ? range.low() * Math.pow(range.high() / range.low(), position)
                : range.low() + position * range.length();
    }
}
