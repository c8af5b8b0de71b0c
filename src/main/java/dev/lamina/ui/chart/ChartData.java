package dev.lamina.ui.chart;

import dev.lamina.figure.Band;
import dev.lamina.figure.ReferenceLine;
import java.util.List;

/**
 * What a chart shows at one moment.
 *
 * @param marks what happened at a point of the horizontal axis, such as a changed learning rate
 * @param bands of the horizontal axis, such as stages of training
 */
public record ChartData(List<Curve> curves, List<ReferenceLine> marks, List<Band> bands, List<Zone> zones) {
    public static final ChartData NONE = new ChartData(List.of(), List.of(), List.of(), List.of());

    /** Without anything behind the curves. */
    public ChartData(List<Curve> curves, List<ReferenceLine> marks) {
        this(curves, marks, List.of(), List.of());
    }

    public ChartData {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
        zones = List.copyOf(zones);
    }
}
