package dev.lamina.figure.render;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.Panel;
import dev.lamina.metric.Side;
import java.util.List;
import java.util.Optional;

/** The axes of a panel with their limits; ticks follow once the panel's size is known. */
record PanelAxes(Panel panel, Limited x, Limited left, Optional<Limited> right) {
    /** An axis and its limits. */
    record Limited(AxisSpec spec, AxisRange range) {
        List<Tick> ticks(int labelsThatFit) {
            return scale() == AxisScale.CATEGORIES
                    ? Ticks.ofCategories(spec.categories(), labelsThatFit)
                    : Ticks.of(spec.scale(), range, labelsThatFit);
        }

        AxisScale scale() {
            return spec.scale();
        }

        /** Where a value lies between the limits: 0 at the lower, 1 at the upper. */
        double position(double value) {
            if (scale() == AxisScale.LOGARITHMIC) {
                return Math.log(value / range.low()) / Math.log(range.high() / range.low());
            }
            return (value - range.low()) / (range.high() - range.low());
        }
    }

    static PanelAxes of(Panel panel, List<Panel> allPanels) {
        return new PanelAxes(
                panel,
                new Limited(panel.x(), AxisLimits.ofX(panel.x(), allPanels)),
                new Limited(panel.left(), AxisLimits.ofY(panel, Side.LEFT)),
                panel.right().map(axis -> new Limited(axis, AxisLimits.ofY(panel, Side.RIGHT))));
    }
}
