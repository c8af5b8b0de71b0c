package dev.lamina.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose data are logarithms to base 10 and whose labels are the values. */
final class DecadeAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LABELS = 6;
    private static final double[] ONE_TWO_FIVE = {1, 2, 5};

    DecadeAxis(String label) {
        super(label);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean left = RectangleEdge.LEFT.equals(edge);
        TextAnchor anchor = left ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        List<NumberTick> ticks = new ArrayList<>();
        for (double position : positions(getLowerBound(), getUpperBound())) {
            ticks.add(new NumberTick(position, label(position), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    /** Logarithms of round values: powers of ten, with 2 and 5 between them where there is room, else equal steps. */
    static List<Double> positions(double from, double to) {
        List<Double> positions = new ArrayList<>();
        double decades = to - from;
        if (decades > 2.5) {
            int every = (int) Math.max(1, roundStep(decades / MOST_LABELS));
            for (int n = every * (int) Math.ceil(from / every); n <= to; n += every) {
                positions.add((double) n);
            }
        } else if (decades > 0.7) {
            for (int n = (int) Math.floor(from); n <= to; n++) {
                for (double factor : ONE_TWO_FIVE) {
                    addWithin(positions, n + Math.log10(factor), from, to);
                }
            }
        } else {
            double low = Math.pow(10, from);
            double step = roundStep((Math.pow(10, to) - low) / (MOST_LABELS - 1));
            for (int i = 0; i <= MOST_LABELS; i++) {
                addWithin(positions, Math.log10((Math.ceil(low / step) + i) * step), from, to);
            }
        }
        return positions;
    }

    private static void addWithin(List<Double> positions, double position, double from, double to) {
        if (position >= from && position <= to) {
            positions.add(position);
        }
    }

    private static double roundStep(double atLeast) {
        double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : ONE_TWO_FIVE) {
            if (factor * decade >= atLeast) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }

    private static String label(double position) {
        boolean power = Math.abs(position - Math.rint(position)) < 1e-9;
        return power && Math.abs(position) > 3.5
                ? Numbers.powerOfTen((int) Math.rint(position))
                : Numbers.shortText(Math.pow(10, position));
    }
}
