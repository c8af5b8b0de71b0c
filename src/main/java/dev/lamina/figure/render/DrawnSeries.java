package dev.lamina.figure.render;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.Join;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.SeriesLook;
import dev.lamina.metric.Points;
import java.awt.Color;

/** A curve as its panel's axes can show it: what is not finite or has no logarithm is NaN, which is a gap. */
record DrawnSeries(Series source, SeriesLook look, double[] x, double[] y) {
    private static final int FAINT = 70;

    static DrawnSeries of(Series series, Panel panel, SeriesLook look) {
        boolean logX = panel.x().scale() == AxisScale.LOGARITHMIC;
        boolean logY = panel.axis(series.side()).scale() == AxisScale.LOGARITHMIC;
        double[] x = series.x().clone();
        double[] y = series.y().clone();
        for (int i = 0; i < x.length; i++) {
            boolean shown = drawable(x[i], logX) && drawable(y[i], logY);
            x[i] = drawable(x[i], logX) ? x[i] : Double.NaN;
            y[i] = shown ? y[i] : Double.NaN;
        }
        return series.join() == Join.NONE
                ? new DrawnSeries(series, look, apart(x), apart(y))
                : new DrawnSeries(series, look, x, y);
    }

    /** With gaps between, so that each point stands for itself. */
    private static double[] apart(double[] values) {
        double[] apart = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            apart[2 * i] = values[i];
            apart[2 * i + 1] = Double.NaN;
        }
        return apart;
    }

    private static boolean drawable(double value, boolean logarithmic) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** What it was before it was smoothed. */
    DrawnSeries raw(Points points, Panel panel) {
        Series raw = Series.of(source.name(), points.x(), points.y()).on(source.side());
        return of(raw, panel, new SeriesLook(faint(look.color()), look.dashes(), look.marker(), look.join()));
    }

    private static Color faint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
    }

    boolean isEmpty() {
        for (double value : y) {
            if (!Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
