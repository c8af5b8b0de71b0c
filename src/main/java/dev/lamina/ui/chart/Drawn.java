package dev.lamina.ui.chart;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.render.LimitedAxis;
import dev.lamina.figure.render.PanelFrame;
import dev.lamina.metric.Stored;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the screen: needed to turn a place in the picture back into numbers.
 *
 * @param frame where the curves lie, in the units of the region, and what its axes mean
 * @param curves those that are shown, smoothed as drawn
 */
record Drawn(PanelFrame frame, List<Curve> curves) {
    /** Before the first picture. */
    static Drawn nothing() {
        LimitedAxis axis = new LimitedAxis(AxisSpec.of("", AxisScale.LINEAR), new AxisRange(0, 1));
        return new Drawn(new PanelFrame(new Rectangle2D.Double(0, 0, 1, 1), axis, axis, Optional.empty()), List.of());
    }

    /** The inside of the axes. */
    Rectangle2D area() {
        return frame.area();
    }

    /** The stretch shown. */
    AxisRange x() {
        return frame.x().range();
    }

    /** One line of a read-out. */
    record Reading(Curve curve, double x, double y) {
        String text() {
            boolean logarithm = curve.stored() == Stored.LOGARITHM_BASE_10;
            return curve.name() + "  " + (logarithm ? Numbers.ofLogarithm(y) : Numbers.shortText(y));
        }
    }

    double valueAt(double pixelX) {
        return frame.xAt(pixelX);
    }

    double pixelOf(double value) {
        return frame.placeOfX(value);
    }

    /** Where a reading lies in the picture; NaN where it has no place. */
    double pixelYOf(Reading reading) {
        Curve curve = reading.curve();
        AxisScale scale = frame.axis(curve.side()).scale();
        return frame.placeOfY(curve.side(), ChartFigure.numberOn(scale, curve.stored(), reading.y()));
    }

    /** The readings at a place; of too many those that lie nearest to it, from the highest to the lowest. */
    List<Reading> readingsNear(double pixelX, double pixelY, int most) {
        List<Reading> readings = readingsAt(valueAt(pixelX));
        if (readings.size() <= most) {
            return readings;
        }
        return readings.stream()
                .sorted(Comparator.comparingDouble(reading -> distance(reading, pixelY)))
                .limit(most)
                .sorted(Comparator.comparingDouble(this::pixelYOf))
                .toList();
    }

    /** The point of a curve within a number of pixels, the nearest one. */
    Optional<Reading> hit(double pixelX, double pixelY, double reach) {
        return readingsAt(valueAt(pixelX)).stream()
                .filter(reading -> Math.hypot(pixelOf(reading.x()) - pixelX, distance(reading, pixelY)) <= reach)
                .min(Comparator.comparingDouble(
                        reading -> Math.hypot(pixelOf(reading.x()) - pixelX, distance(reading, pixelY))));
    }

    private double distance(Reading reading, double pixelY) {
        double distance = Math.abs(pixelYOf(reading) - pixelY);
        return Double.isNaN(distance) ? Double.MAX_VALUE : distance;
    }

    /** The point of every curve nearest to an x. */
    List<Reading> readingsAt(double value) {
        List<Reading> readings = new ArrayList<>();
        for (Curve curve : curves) {
            double[] xs = curve.points().x();
            if (xs.length > 0) {
                int nearest = nearest(xs, value);
                double number = curve.points().y()[nearest];
                if (!curve.stored().absent(number)) {
                    readings.add(new Reading(curve, xs[nearest], number));
                }
            }
        }
        return readings;
    }

    private static int nearest(double[] xs, double value) {
        int low = 0;
        int high = xs.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && value - xs[low - 1] < xs[low] - value ? low - 1 : low;
    }
}
