package dev.lamina.ui.chart;

import dev.lamina.metric.Decimation;
import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** Draws a chart with Java2D, on whatever thread it is called. Decimates to the pixels there are. */
final class ChartPainter {
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final double GAP_MARK = 3;

    private final AxisNames names;

    ChartPainter(AxisNames names) {
        this.names = names;
    }

    /**
     * A curve as it is drawn.
     *
     * @param thin its points decimated
     * @param raw the same in the numbers of the axis
     * @param smooth smoothed, in the numbers of the axis; raw without smoothing
     */
    record Trace(Curve curve, Points thin, Points raw, Points smooth) {}

    Drawn paint(Graphics2D g, double width, double height, ChartData data, ChartView view) {
        List<Curve> shown = data.curves().stream()
                .filter(curve -> !view.hidden().contains(curve.quantity()))
                .toList();
        Interval x = view.x().orElseGet(() -> Limits.ofX(shown));
        List<Curve> smooth = new ArrayList<>();
        Map<Side, List<Trace>> traces = new EnumMap<>(Side.class);
        for (Curve curve : shown) {
            Curve smoothed = curve.with(Smoothing.of(curve.points(), view.smoothing()));
            smooth.add(smoothed);
            Scale scale = view.scale(curve.side());
            Points thin = thin(curve, x, (int) width);
            Points raw = placed(curve, scale, thin);
            Points line = view.smoothing() == 0 ? raw : placed(curve, scale, thin(smoothed, x, (int) width));
            traces.computeIfAbsent(curve.side(), _ -> new ArrayList<>()).add(new Trace(curve, thin, raw, line));
        }
        Map<Side, Interval> y = ranges(traces, data, view);
        JFreeChart chart = PlotBuilder.chart(names, view, x, y, traces);
        Shading.add(chart.getXYPlot(), data, view);
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), info);
        Drawn drawn = new Drawn(info.getPlotInfo().getDataArea(), x, y, view, smooth);
        traces.values().forEach(side -> side.forEach(trace -> markGaps(g, trace, drawn, view.look())));
        new MarkPainter(g, drawn, view.look()).paint(data.marks(), data.bands().isEmpty() ? 0 : 1);
        return drawn;
    }

    /** The left axis is always there, the right one if it has curves. */
    private static Map<Side, Interval> ranges(Map<Side, List<Trace>> traces, ChartData data, ChartView view) {
        Map<Side, Interval> ranges = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            List<Trace> own = traces.getOrDefault(side, List.of());
            if (!own.isEmpty() || side == Side.LEFT) {
                List<Points> points = own.stream()
                        .flatMap(trace -> Stream.of(trace.raw(), trace.smooth()))
                        .toList();
                ranges.put(
                        side,
                        side == Side.LEFT ? Limits.ofY(points, Shading.reach(data.zones(), view)) : Limits.ofY(points));
            }
        }
        return ranges;
    }

    private static Points thin(Curve curve, Interval x, int columns) {
        return Decimation.toColumns(curve.points(), x.from(), x.to(), Math.max(1, columns));
    }

    private static Points placed(Curve curve, Scale scale, Points thin) {
        double[] y = new double[thin.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = curve.stored().on(scale, thin.y()[i]);
        }
        return new Points(thin.x(), y);
    }

    /** A small cross below the curve where it has no value. */
    private static void markGaps(Graphics2D g, Trace trace, Drawn drawn, ChartLook look) {
        g.setColor(look.curve(trace.curve().tint()));
        g.setStroke(new BasicStroke(1.5f));
        double y = drawn.area().getMaxY() - 2 * GAP_MARK;
        for (int i = 0; i < trace.raw().size(); i++) {
            double x = drawn.pixelOf(trace.raw().x()[i]);
            boolean gap = !Double.isFinite(trace.raw().y()[i])
                    && !trace.curve().stored().absent(trace.thin().y()[i]);
            if (gap && x >= drawn.area().getX() && x <= drawn.area().getMaxX()) {
                Path2D cross =
                        new Path2D.Double(new Line2D.Double(x - GAP_MARK, y - GAP_MARK, x + GAP_MARK, y + GAP_MARK));
                cross.append(new Line2D.Double(x - GAP_MARK, y + GAP_MARK, x + GAP_MARK, y - GAP_MARK), false);
                g.draw(cross);
            }
        }
    }
}
