package dev.lamina.ui.chart;

import java.util.List;

/** What a chart shows at one moment. */
public record ChartData(List<Curve> curves, List<Mark> marks) {
    public static final ChartData NONE = new ChartData(List.of(), List.of());

    public ChartData {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }
}
