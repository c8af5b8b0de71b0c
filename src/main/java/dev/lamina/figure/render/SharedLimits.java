package dev.lamina.figure.render;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.Panel;
import dev.lamina.metric.Side;
import java.util.List;

/** Limits in which all panels of a row or a figure can be compared. */
public final class SharedLimits {
    private SharedLimits() {}

    /** From the lowest to the highest limit of their left axes. */
    public static AxisRange ofLeft(List<Panel> panels) {
        List<AxisRange> each =
                panels.stream().map(panel -> AxisLimits.ofY(panel, Side.LEFT)).toList();
        return new AxisRange(
                each.stream().mapToDouble(AxisRange::low).min().orElseThrow(),
                each.stream().mapToDouble(AxisRange::high).max().orElseThrow());
    }
}
