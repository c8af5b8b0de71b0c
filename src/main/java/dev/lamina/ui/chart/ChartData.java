package dev.lamina.ui.chart;

import java.util.List;

/** What a chart shows at one moment. */
public record ChartData(List<Curve> curves, List<Mark> marks, List<Band> bands, List<Zone> zones) {
    public static final ChartData NONE = new ChartData(List.of(), List.of(), List.of(), List.of());

    /** Without anything behind the curves. */
    public ChartData(List<Curve> curves, List<Mark> marks) {
        this(curves, marks, List.of(), List.of());
    }

    public ChartData {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
        zones = List.copyOf(zones);
    }
}
