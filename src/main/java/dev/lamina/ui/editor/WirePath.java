package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The way of a wire from an output on the right of one card to an input on the left of another, as cubic Bezier curves:
 * straight on where nothing is between, below the cards that are, and through the gap between rows where it goes back.
 */
record WirePath(List<Cubic> cubics) {
    private static final double CLEARANCE = 15;
    private static final double BEND = 22;
    private static final int SAMPLES = 14;

    /** One cubic Bezier curve by its four points. */
    record Cubic(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        double x(double t) {
            return at(x0, x1, x2, x3, t);
        }

        double y(double t) {
            return at(y0, y1, y2, y3, t);
        }

        private static double at(double a, double b, double c, double d, double t) {
            double s = 1 - t;
            return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        }
    }

    WirePath {
        cubics = List.copyOf(cubics);
    }

    /** With nothing in the way. */
    static WirePath free(double x0, double y0, double x1, double y1) {
        double reach = Math.max(26, Math.abs(x1 - x0) / 2);
        return new WirePath(List.of(new Cubic(x0, y0, x0 + reach, y0, x1 - reach, y1, x1, y1)));
    }

    /**
     * Around what is in the way.
     *
     * @param cards all cards but the two it connects
     * @param source the outermost frame it leaves, or the card
     * @param target the outermost frame it enters, or the card
     */
    static WirePath around(double x0, double y0, double x1, double y1, List<Box> cards, Box source, Box target) {
        if (goesBack(x0, x1)) {
            return y1 > y0 ? backward(x0, y0, x1, y1, source, target) : free(x0, y0, x1, y1);
        }
        Box corridor = new Box(x0 + 2, Math.min(y0, y1) - 2, x1 - x0 - 4, Math.abs(y1 - y0) + 4);
        Optional<Double> lowest = cards.stream()
                .filter(card -> card.intersects(corridor))
                .map(Box::bottom)
                .max(Comparator.naturalOrder());
        return lowest.map(bottom -> below(x0, y0, x1, y1, bottom + CLEARANCE)).orElseGet(() -> free(x0, y0, x1, y1));
    }

    /** Whether the way to an input leads to the left, into another row. */
    static boolean goesBack(double x0, double x1) {
        return x1 < x0 + 8;
    }

    private static WirePath below(double x0, double y0, double x1, double y1, double y) {
        double bend = Math.min(BEND, (x1 - x0) / 4);
        List<Cubic> cubics = new ArrayList<>();
        cubics.add(new Cubic(x0, y0, x0 + bend, y0, x0 + bend * 0.4, y, x0 + 1.9 * bend, y));
        cubics.add(line(x0 + 1.9 * bend, y, x1 - 1.9 * bend, y));
        cubics.add(new Cubic(x1 - 1.9 * bend, y, x1 - bend * 0.4, y, x1 - bend, y1, x1, y1));
        return new WirePath(cubics);
    }

    private static WirePath backward(double x0, double y0, double x1, double y1, Box source, Box target) {
        double y = target.y() > y0 ? target.y() - BEND : (y0 + y1) / 2;
        double right = source.right() + BEND;
        double left = target.x() - BEND;
        double r = Math.min(14, Math.min(Math.abs(y - y0), Math.abs(y1 - y)) / 2);
        double k = 0.45 * r;
        return new WirePath(List.of(
                line(x0, y0, right - r, y0),
                new Cubic(right - r, y0, right - k, y0, right, y0 + k, right, y0 + r),
                line(right, y0 + r, right, y - r),
                new Cubic(right, y - r, right, y - k, right - k, y, right - r, y),
                line(right - r, y, left + r, y),
                new Cubic(left + r, y, left + k, y, left, y + k, left, y + r),
                line(left, y + r, left, y1 - r),
                new Cubic(left, y1 - r, left, y1 - k, left + k, y1, left + r, y1),
                line(left + r, y1, x1, y1)));
    }

    private static Cubic line(double x0, double y0, double x1, double y1) {
        return new Cubic(
                x0, y0, x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3, x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3, x1, y1);
    }

    /** How far a point is from it. */
    double distance(double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (Cubic cubic : cubics) {
            double px = cubic.x0();
            double py = cubic.y0();
            for (int i = 1; i <= SAMPLES; i++) {
                double qx = cubic.x((double) i / SAMPLES);
                double qy = cubic.y((double) i / SAMPLES);
                least = Math.min(least, toSegment(x, y, px, py, qx, qy));
                px = qx;
                py = qy;
            }
        }
        return least;
    }

    private static double toSegment(double x, double y, double px, double py, double qx, double qy) {
        double dx = qx - px;
        double dy = qy - py;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - px) * dx + (y - py) * dy) / length, 0, 1);
        return Math.hypot(x - px - t * dx, y - py - t * dy);
    }
}
