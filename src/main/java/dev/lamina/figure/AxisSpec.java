package dev.lamina.figure;

import java.util.Optional;

/**
 * One axis of a panel. Panels whose x axes are equal are drawn with the same limits, and stacked ones share the tick
 * labels of the lowest.
 *
 * @param label what it shows, with its unit: "accuracy (%)"; superscripts such as 10⁻⁴ are set properly
 * @param range fixed limits; empty for limits that fit the data
 */
public record AxisSpec(String label, AxisScale scale, Optional<AxisRange> range) {
    public AxisSpec {
        if (scale == AxisScale.LOGARITHMIC && range.isPresent() && range.get().low() <= 0) {
            throw new IllegalArgumentException(label + ": a logarithmic axis starts above 0");
        }
    }

    /** An axis with limits that fit the data. */
    public static AxisSpec of(String label, AxisScale scale) {
        return new AxisSpec(label, scale, Optional.empty());
    }
}
