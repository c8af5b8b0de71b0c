package dev.lamina.ui.chart;

import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Makes the JFreeChart of one picture. */
final class PlotBuilder {
    /** More points than this would be a band of dots. */
    private static final int MOST_DOTS = 60;

    /** Noisy curves of many points are drawn thin. */
    private static final int DENSE = 150;

    private static final float[][] DASHES = {{}, {7, 3}, {2, 3}, {8, 3, 2, 3}};

    private PlotBuilder() {}

    /** @param y the stretch of each axis that is to be there */
    static JFreeChart chart(
            AxisNames names,
            ChartView view,
            Interval x,
            Map<Side, Interval> y,
            Map<Side, List<ChartPainter.Trace>> traces) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(dressed(new NumberAxis(names.x()), view.look(), x));
        y.forEach((side, range) -> {
            String name = side == Side.LEFT ? names.left() : names.right();
            NumberAxis axis = view.scale(side) == Scale.LOGARITHMIC ? new DecadeAxis(name) : new NumberAxis(name);
            int index = side == Side.LEFT ? 0 : 1;
            plot.setRangeAxis(index, dressed(axis, view.look(), range));
            plot.setRangeAxisLocation(
                    index, side == Side.LEFT ? AxisLocation.BOTTOM_OR_LEFT : AxisLocation.BOTTOM_OR_RIGHT);
            addCurves(plot, index, traces.getOrDefault(side, List.of()), view);
            plot.mapDatasetToRangeAxis(index, index);
        });
        dress(plot, view.look());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(view.look().background());
        chart.setPadding(new RectangleInsets(2, 0, 2, 4));
        return chart;
    }

    private static void addCurves(XYPlot plot, int index, List<ChartPainter.Trace> traces, ChartView view) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (ChartPainter.Trace trace : traces) {
            // Series are drawn in their order, so the raw line comes to lie behind.
            if (view.smoothing() > 0) {
                add(
                        data,
                        renderer,
                        trace,
                        trace.raw(),
                        view.look().faint(trace.curve().tint()));
            }
            add(
                    data,
                    renderer,
                    trace,
                    trace.smooth(),
                    view.look().curve(trace.curve().tint()));
        }
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static void add(
            DefaultXYDataset data,
            XYLineAndShapeRenderer renderer,
            ChartPainter.Trace trace,
            Points points,
            Color color) {
        int series = data.getSeriesCount();
        data.addSeries("series " + series, new double[][] {points.x(), points.y()});
        float[] dashes = DASHES[trace.curve().run() % DASHES.length];
        renderer.setSeriesPaint(series, color);
        renderer.setSeriesStroke(
                series,
                dashes.length == 0
                        ? new BasicStroke(
                                points.size() > DENSE ? 1.2f : 1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        renderer.setSeriesShapesVisible(series, points.size() <= MOST_DOTS);
        double radius = trace.curve().run() == 0 ? 2.5 : 1.8;
        renderer.setSeriesShape(series, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    }

    private static NumberAxis dressed(NumberAxis axis, ChartLook look, Interval range) {
        axis.setRange(range.from(), range.to());
        axis.setLabelFont(ChartPainter.FONT);
        axis.setTickLabelFont(ChartPainter.FONT);
        axis.setLabelPaint(look.text());
        axis.setTickLabelPaint(look.text());
        axis.setTickLabelInsets(new RectangleInsets(5, 5, 5, 5));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static void dress(XYPlot plot, ChartLook look) {
        plot.setBackgroundPaint(look.background());
        plot.setDomainGridlinePaint(look.grid());
        plot.setRangeGridlinePaint(look.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(new RectangleInsets(0, 2, 2, 2));
    }
}
