package dev.lamina.ui.chart;

import dev.lamina.figure.Band;
import dev.lamina.figure.ReferenceLine;
import java.util.List;

/**
 * What a chart shows at one moment.
 *
 * @param marks what happened at a point of the horizontal axis, such as a changed learning rate
 * @param bands of the horizontal axis, such as stages of training
 * @param planned how far the horizontal axis reaches from 0 on, whatever there is already; 0 to follow the curves
 */
public record ChartData(
        List<Curve> curves, List<ReferenceLine> marks, List<Band> bands, List<Zone> zones, double planned) {

    /** Without anything behind the curves. */
    public ChartData(List<Curve> curves, List<ReferenceLine> marks) {
        this(curves, marks, List.of(), List.of(), 0);
    }

    public ChartData {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
        zones = List.copyOf(zones);
    }
}
