package dev.lamina.figure.render;

import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.SeriesLook;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws curves as whole paths, so that dashes run through, with markers at chosen points only. */
final class LineRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private static final double MARKER_SIZE = 3.4;

    private final ArrayList<boolean[]> marked = new ArrayList<>();
    private final transient FigureStyle style;

    LineRenderer(FigureStyle style) {
        super(true, true);
        this.style = style;
        setDrawSeriesLineAsPath(true);
        setUseFillPaint(true);
        setDrawOutlines(true);
        setUseOutlinePaint(false);
    }

    /** Says how the next curve of the dataset looks. */
    void addCurve(SeriesLook look, boolean[] markedPoints) {
        int index = marked.size();
        marked.add(markedPoints);
        setSeriesPaint(index, look.color());
        setSeriesStroke(index, stroke(look, style.lineWidthPoints()));
        setSeriesOutlineStroke(index, outline(style));
        setSeriesShape(index, MarkerShape.of(look.marker(), markerSize(style)));
        setSeriesFillPaint(
                index,
                MarkerShape.isFilled(look.marker())
                        ? look.color()
                        : style.theme().background());
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        return marked.get(series)[item];
    }

    /** Draws one marker as on a curve, for legends. */
    static void drawMarker(Graphics2D graphics, SeriesLook look, FigureStyle style, AffineTransform place) {
        Shape shape = place.createTransformedShape(MarkerShape.of(look.marker(), markerSize(style)));
        graphics.setPaint(
                MarkerShape.isFilled(look.marker())
                        ? look.color()
                        : style.theme().background());
        graphics.fill(shape);
        graphics.setPaint(look.color());
        graphics.setStroke(outline(style));
        graphics.draw(shape);
    }

    private static BasicStroke outline(FigureStyle style) {
        return new BasicStroke((float) (0.8 * style.lineWidthPoints()));
    }

    private static double markerSize(FigureStyle style) {
        return MARKER_SIZE * style.lineWidthPoints();
    }

    static BasicStroke stroke(SeriesLook look, double lineWidth) {
        List<Float> dashes = look.dashes();
        if (dashes.isEmpty()) {
            return new BasicStroke((float) lineWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) (dashes.get(i) * lineWidth);
        }
        return new BasicStroke((float) lineWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }
}
