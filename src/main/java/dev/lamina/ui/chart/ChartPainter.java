package dev.lamina.ui.chart;

import dev.lamina.metric.Decimation;
import dev.lamina.metric.Points;
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

    /** A curve as it is drawn: in the numbers of its axis, decimated; smooth is the same as raw without smoothing. */
    record Trace(Curve curve, Points raw, Points smooth) {}

    Drawn paint(Graphics2D g, double width, double height, ChartData data, ChartView view) {
        List<Curve> shown = data.curves().stream()
                .filter(curve -> !view.hidden().contains(curve.quantity()))
                .toList();
        Interval x = view.x().orElseGet(() -> Limits.ofX(shown));
        List<Curve> smooth = new ArrayList<>();
        Map<Side, List<Trace>> traces = new EnumMap<>(Side.class);
        for (Curve curve : shown) {
            Points smoothed = Smoothing.of(curve.points(), view.smoothing());
            smooth.add(new Curve(
                    curve.quantity(),
                    curve.name(),
                    curve.color(),
                    curve.side(),
                    curve.stored(),
                    curve.run(),
                    smoothed));
            ValueScale scale = view.scale(curve.side());
            Points raw = placed(curve, curve.points(), scale, x, (int) width);
            traces.computeIfAbsent(curve.side(), _ -> new ArrayList<>())
                    .add(new Trace(
                            curve, raw, view.smoothing() == 0 ? raw : placed(curve, smoothed, scale, x, (int) width)));
        }
        JFreeChart chart = PlotBuilder.chart(names, view, x, traces);
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), info);
        Drawn drawn = new Drawn(info.getPlotInfo().getDataArea(), x, smooth);
        traces.values().forEach(side -> side.forEach(trace -> markGaps(g, trace, drawn, view.look())));
        data.marks().forEach(mark -> draw(g, mark, drawn, view.look()));
        return drawn;
    }

    private static Points placed(Curve curve, Points points, ValueScale scale, Interval x, int columns) {
        Points thin = Decimation.toColumns(points, x.from(), x.to(), Math.max(1, columns));
        double[] y = new double[thin.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = curve.stored().on(scale, thin.y()[i]);
        }
        return new Points(thin.x(), y);
    }

    /** A small cross below the curve where it has no value. */
    private static void markGaps(Graphics2D g, Trace trace, Drawn drawn, ChartLook look) {
        g.setColor(look.curve(trace.curve().color()));
        g.setStroke(new BasicStroke(1.5f));
        double y = drawn.area().getMaxY() - 2 * GAP_MARK;
        for (int i = 0; i < trace.raw().size(); i++) {
            double x = drawn.pixelOf(trace.raw().x()[i]);
            if (!Double.isFinite(trace.raw().y()[i])
                    && x >= drawn.area().getX()
                    && x <= drawn.area().getMaxX()) {
                Path2D cross =
                        new Path2D.Double(new Line2D.Double(x - GAP_MARK, y - GAP_MARK, x + GAP_MARK, y + GAP_MARK));
                cross.append(new Line2D.Double(x - GAP_MARK, y + GAP_MARK, x + GAP_MARK, y - GAP_MARK), false);
                g.draw(cross);
            }
        }
    }

    private static void draw(Graphics2D g, Mark mark, Drawn drawn, ChartLook look) {
        double x = drawn.pixelOf(mark.x());
        Rectangle2D area = drawn.area();
        if (x < area.getX() || x > area.getMaxX()) {
            return;
        }
        g.setColor(look.text());
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {4, 3}, 0));
        g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
        g.setFont(FONT);
        double textWidth = g.getFontMetrics().stringWidth(mark.text());
        boolean leftOfIt = x + textWidth + 6 > area.getMaxX();
        g.drawString(mark.text(), (float) (leftOfIt ? x - textWidth - 4 : x + 4), (float) area.getY() + 12);
    }
}
