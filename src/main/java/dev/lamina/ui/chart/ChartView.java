package dev.lamina.ui.chart;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.Theme;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import java.util.Optional;
import java.util.Set;

/**
 * How a person looks at a chart.
 *
 * @param x the stretch shown; all that there is unless given
 * @param leftRange of the left axis; as the curves need it unless given
 * @param smoothing weight of the past in the moving average, 0 for none, below 1
 * @param hidden quantities that are switched off
 */
public record ChartView(
        Optional<AxisRange> x,
        Optional<AxisRange> leftRange,
        double smoothing,
        Scale left,
        Scale right,
        Set<String> hidden,
        Theme theme) {
    /** Everything there is. */
    public ChartView(Scale left, Scale right, Set<String> hidden, Theme theme) {
        this(Optional.empty(), Optional.empty(), 0, left, right, hidden, theme);
    }

    public ChartView {
        hidden = Set.copyOf(hidden);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing " + smoothing + " is not from 0 to below 1");
        }
    }

    public ChartView withX(Optional<AxisRange> shown) {
        return new ChartView(shown, leftRange, smoothing, left, right, hidden, theme);
    }

    public ChartView withLeftRange(Optional<AxisRange> range) {
        return new ChartView(x, range, smoothing, left, right, hidden, theme);
    }

    public ChartView withSmoothing(double weight) {
        return new ChartView(x, leftRange, weight, left, right, hidden, theme);
    }

    public ChartView withLeft(Scale scale) {
        return new ChartView(x, leftRange, smoothing, scale, right, hidden, theme);
    }

    public ChartView withHidden(Set<String> quantities) {
        return new ChartView(x, leftRange, smoothing, left, right, quantities, theme);
    }

    public ChartView withTheme(Theme other) {
        return new ChartView(x, leftRange, smoothing, left, right, hidden, other);
    }

    Scale scale(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
