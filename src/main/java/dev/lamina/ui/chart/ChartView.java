package dev.lamina.ui.chart;

import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import java.util.Optional;
import java.util.Set;

/**
 * How a person looks at a chart.
 *
 * @param x the stretch shown; all that there is unless given
 * @param smoothing weight of the past in the moving average, 0 for none, below 1
 * @param hidden quantities that are switched off
 */
public record ChartView(
        Optional<Interval> x, double smoothing, Scale left, Scale right, Set<String> hidden, ChartLook look) {
    public ChartView {
        hidden = Set.copyOf(hidden);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing " + smoothing + " is not from 0 to below 1");
        }
    }

    public ChartView withX(Optional<Interval> shown) {
        return new ChartView(shown, smoothing, left, right, hidden, look);
    }

    public ChartView withSmoothing(double weight) {
        return new ChartView(x, weight, left, right, hidden, look);
    }

    public ChartView withLeft(Scale scale) {
        return new ChartView(x, smoothing, scale, right, hidden, look);
    }

    public ChartView withHidden(Set<String> quantities) {
        return new ChartView(x, smoothing, left, right, quantities, look);
    }

    public ChartView withLook(ChartLook other) {
        return new ChartView(x, smoothing, left, right, hidden, other);
    }

    Scale scale(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
