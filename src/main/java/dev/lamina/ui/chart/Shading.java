package dev.lamina.ui.chart;

import dev.lamina.metric.Scale;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** What lies behind the curves: stages of training, and values that are worth a second look. */
final class Shading {
    /** Beyond any axis. */
    private static final double FAR = 1e6;

    private static final Color NOTHING = new Color(0, 0, 0, 0);

    private Shading() {}

    static void add(XYPlot plot, ChartData data, ChartView view) {
        for (Band band : data.bands()) {
            IntervalMarker marker = marker(band.from(), band.to(), view.look().band(), view.look());
            // The zones' hints stand at the top too.
            String label = data.zones().isEmpty() ? band.label() : "";
            label(marker, label, RectangleAnchor.TOP_LEFT, TextAnchor.TOP_LEFT);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
        for (Zone zone : data.zones()) {
            double from = zone.stored().on(view.left(), zone.from());
            double to = zone.stored().on(view.left(), zone.to());
            boolean open = Double.isInfinite(zone.from());
            IntervalMarker marker = marker(
                    open && Double.isNaN(from) ? -FAR : from,
                    Double.isNaN(to) ? FAR : to,
                    view.look().zone(),
                    view.look());
            label(
                    marker,
                    zone.hint(),
                    open ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT,
                    open ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT);
            plot.addRangeMarker(marker, Layer.BACKGROUND);
        }
    }

    /** The finite ends of zones as numbers of the left axis, with some room, so that a zone can be seen. */
    static double[] reach(List<Zone> zones, ChartView view) {
        double room = view.left() == Scale.LOGARITHMIC ? 0.4 : 0;
        return zones.stream()
                .mapToDouble(zone -> Double.isInfinite(zone.from())
                        ? zone.stored().on(view.left(), zone.to()) - room
                        : zone.stored().on(view.left(), zone.from()) + room)
                .toArray();
    }

    private static IntervalMarker marker(double from, double to, Color color, ChartLook look) {
        IntervalMarker marker = new IntervalMarker(from, to, color);
        marker.setAlpha(1);
        marker.setLabelPaint(look.text());
        marker.setLabelFont(ChartPainter.FONT);
        marker.setLabelBackgroundColor(NOTHING);
        return marker;
    }

    private static void label(IntervalMarker marker, String text, RectangleAnchor anchor, TextAnchor textAnchor) {
        marker.setLabel(text);
        marker.setLabelAnchor(anchor);
        marker.setLabelTextAnchor(textAnchor);
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
    }
}
