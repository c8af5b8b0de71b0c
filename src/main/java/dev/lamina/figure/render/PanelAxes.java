package dev.lamina.figure.render;

import dev.lamina.figure.Panel;
import dev.lamina.metric.Side;
import java.util.List;
import java.util.Optional;

/** The axes of a panel with their limits; ticks follow once the panel's size is known. */
record PanelAxes(Panel panel, LimitedAxis x, LimitedAxis left, Optional<LimitedAxis> right) {
    static PanelAxes of(Panel panel, List<Panel> allPanels) {
        return new PanelAxes(
                panel,
                new LimitedAxis(panel.x(), AxisLimits.ofX(panel.x(), allPanels)),
                new LimitedAxis(panel.left(), AxisLimits.ofY(panel, Side.LEFT)),
                panel.right().map(axis -> new LimitedAxis(axis, AxisLimits.ofY(panel, Side.RIGHT))));
    }
}
