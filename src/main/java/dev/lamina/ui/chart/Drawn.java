package dev.lamina.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on the screen: needed to turn a place in the picture back into numbers.
 *
 * @param area where the curves lie, in the units of the region
 * @param x the stretch shown
 * @param curves those that are shown, smoothed as drawn
 */
record Drawn(Rectangle2D area, Interval x, List<Curve> curves) {
    static final Drawn NOTHING = new Drawn(new Rectangle2D.Double(0, 0, 1, 1), new Interval(0, 1), List.of());

    /** One line of a read-out. */
    record Reading(Curve curve, double x, double y) {
        String text() {
            boolean logarithm = curve.stored() == Stored.LOGARITHM_BASE_10;
            return curve.name() + "  " + (logarithm ? Numbers.ofLogarithm(y) : Numbers.shortText(y));
        }
    }

    double valueAt(double pixelX) {
        return x.from() + (pixelX - area.getX()) / area.getWidth() * x.length();
    }

    double pixelOf(double value) {
        return area.getX() + (value - x.from()) / x.length() * area.getWidth();
    }

    /** The point of every curve nearest to an x. */
    List<Reading> readingsAt(double value) {
        List<Reading> readings = new ArrayList<>();
        for (Curve curve : curves) {
            double[] xs = curve.points().x();
            if (xs.length > 0) {
                int nearest = nearest(xs, value);
                readings.add(new Reading(curve, xs[nearest], curve.points().y()[nearest]));
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
