package dev.lamina.figure.render;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Series;
import dev.lamina.metric.Side;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Draws the inside of a panel with JFreeChart: grid, frame, tick marks, curves, markers and layers. */
record PanelPlot(Page page, PanelPlace place) {
    void draw(Graphics2D graphics) {
        XYPlot plot = emptyPlot();
        List<DrawnSeries> curves =
                place.axes().panel().series().stream().map(this::drawn).toList();
        addCurves(plot, Side.LEFT, curves);
        if (place.axes().right().isPresent()) {
            addCurves(plot, Side.RIGHT, curves);
        }
        plot.draw(graphics, (Rectangle2D) place.frame().clone(), null, null, null);
    }

    private XYPlot emptyPlot() {
        FigureStyle style = page.style();
        BasicStroke thin = new BasicStroke((float) (0.5 * style.lineWidthPoints()));
        BasicStroke thinner = new BasicStroke((float) (0.35 * style.lineWidthPoints()));
        XYPlot plot = new XYPlot();
        plot.setNotify(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.setBackgroundPaint(style.theme().background());
        plot.setOutlinePaint(style.theme().foreground());
        plot.setOutlineStroke(thin);
        plot.setDomainGridlinePaint(style.theme().grid());
        plot.setDomainGridlineStroke(thinner);
        plot.setRangeGridlinePaint(style.theme().grid());
        plot.setRangeGridlineStroke(thinner);
        boolean grid = style.arrangement().grid() == Arrangement.Grid.SHOWN;
        plot.setDomainGridlinesVisible(grid);
        plot.setRangeGridlinesVisible(grid);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        PanelAxes axes = place.axes();
        Font font = page.type().fonts().regular().font().deriveFont((float) page.size());
        plot.setDomainAxis(TickedAxis.of(axes.x(), place.xTicks(), style, font));
        plot.setRangeAxis(TickedAxis.of(axes.left(), place.leftTicks(), style, font));
        axes.right().ifPresent(right -> {
            plot.setRangeAxis(1, TickedAxis.of(right, place.rightTicks(), style, font));
            plot.mapDatasetToRangeAxis(1, 1);
        });
        return plot;
    }

    private void addCurves(XYPlot plot, Side side, List<DrawnSeries> all) {
        int index = side == Side.LEFT ? 0 : 1;
        LineRenderer renderer = new LineRenderer(page.style());
        DefaultXYDataset dataset = new DefaultXYDataset();
        Layers layers = new Layers(page.style(), page.type());
        if (side == Side.LEFT) {
            layers.of(place.axes().panel().bands(), place.axes().panel().referenceLines())
                    .forEach(layer -> renderer.addAnnotation(layer.asAnnotation(), Layer.BACKGROUND));
            Annotations annotations = new Annotations(page.style(), page.type());
            place.axes()
                    .panel()
                    .notes()
                    .forEach(note -> renderer.addAnnotation(annotations.of(note).asAnnotation(), Layer.FOREGROUND));
            List<Mark> marks = place.axes().panel().beneath();
            Marks painter = new Marks(page.style(), page.type());
            marks.forEach(mark -> renderer.addAnnotation(painter.of(mark).asAnnotation(), Layer.BACKGROUND));
            if (marks.isEmpty() && !page.isScreen() && all.stream().allMatch(DrawnSeries::isEmpty)) {
                renderer.addAnnotation(layers.noValues().asAnnotation(), Layer.FOREGROUND);
            }
        }
        // Curves are drawn in their order, so that what was smoothed comes to lie behind.
        for (DrawnSeries curve : all) {
            if (curve.source().side() == side) {
                curve.source()
                        .raw()
                        .ifPresent(raw -> addRaw(curve.raw(raw, place.axes().panel()), dataset, renderer));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            DrawnSeries curve = all.get(i);
            if (curve.source().side() == side) {
                addCurve(curve, MarkerPlaces.of(curve.y(), i, all.size()), dataset, renderer);
            }
        }
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    private DrawnSeries drawn(Series series) {
        return DrawnSeries.of(series, place.axes().panel(), page.look(series));
    }

    private static void addRaw(DrawnSeries raw, DefaultXYDataset dataset, LineRenderer renderer) {
        dataset.addSeries("raw " + raw.source().name(), new double[][] {raw.x(), raw.y()});
        renderer.addCurve(raw.look(), new boolean[raw.y().length]);
    }

    private void addCurve(DrawnSeries curve, boolean[] marked, DefaultXYDataset dataset, LineRenderer renderer) {
        Layers layers = new Layers(page.style(), page.type());
        dataset.addSeries(curve.source().name(), new double[][] {curve.x(), curve.y()});
        renderer.addCurve(curve.look(), marked);
        renderer.addAnnotation(layers.gapMarks(curve).asAnnotation(), Layer.FOREGROUND);
        curve.source()
                .band()
                .ifPresent(
                        band -> renderer.addAnnotation(layers.band(curve, band).asAnnotation(), Layer.BACKGROUND));
    }
}
