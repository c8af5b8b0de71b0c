package dev.lamina.data.source;

import java.util.function.DoubleBinaryOperator;

/**
 * The figures of the set "shapes", as signed distances in a frame where the figure has about radius 1: negative
 * inside, positive outside, exact near straight edges. The order is that of the classes.
 */
enum Figure {
    CIRCLE("circle", Turn.ANY, (x, y) -> length(x, y) - 0.85),
    SQUARE("square", Turn.ANY, (x, y) -> box(x, y, 0.75, 0.75)),
    TRIANGLE("triangle", Turn.ANY, Figure::triangle),
    CROSS("cross", Turn.ANY, (x, y) -> Math.min(box(x, y, 0.95, 0.28), box(x, y, 0.28, 0.95))),
    RING("ring", Turn.ANY, (x, y) -> Math.abs(length(x, y) - 0.74) - 0.2),
    STAR("star", Turn.ANY, Figure::star),
    HORIZONTAL_STRIPES("horizontal stripes", Turn.SLIGHT, (x, y) -> Math.max(length(x, y) - 1, stripes(y))),
    VERTICAL_STRIPES("vertical stripes", Turn.SLIGHT, (x, y) -> Math.max(length(x, y) - 1, stripes(x))),
    /** Rising or falling, so that a mirrored image keeps its class. */
    DIAGONAL_STRIPES("diagonal stripes", Turn.DIAGONAL, (x, y) -> Math.max(length(x, y) - 1, stripes(y))),
    CHECKERBOARD("checkerboard", Turn.ANY, Figure::checkerboard);

    private static final double HALF_ROOT_3 = StrictMath.sqrt(3) / 2;
    /** The width of a stripe, and of a checkerboard's field, as part of the radius. */
    private static final double STRIPE = 0.36;

    private final String title;
    private final Turn turn;

    @SuppressWarnings("ImmutableEnumChecker") // None of the functions has a state.
    private final DoubleBinaryOperator distance;

    Figure(String title, Turn turn, DoubleBinaryOperator distance) {
        this.title = title;
        this.turn = turn;
        this.distance = distance;
    }

    String title() {
        return title;
    }

    /** The angle in radians for a number drawn uniformly from [0, 1). */
    double angle(double uniform) {
        return turn.angle(uniform);
    }

    double distance(double x, double y) {
        return distance.applyAsDouble(x, y);
    }

    /** How far a figure is turned: freely, or only as far as its class stays clear. */
    private enum Turn {
        ANY,
        SLIGHT,
        DIAGONAL;

        double angle(double uniform) {
            return switch (this) {
                case ANY -> 2 * Math.PI * uniform;
                case SLIGHT -> Math.toRadians(24 * uniform - 12);
                case DIAGONAL -> Math.toRadians(uniform < 0.5 ? 33 + 48 * uniform : -9 - 48 * uniform);
            };
        }
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
    }

    /** Stripes across an axis, the middle one on the center. */
    private static double stripes(double position) {
        double period = 2 * STRIPE;
        double phase = position / period - Math.floor(position / period + 0.5);
        return Math.abs(phase) * period - STRIPE / 2;
    }

    /** Three sides at distance 1/2 from the center: the corners lie on the unit circle. */
    private static double triangle(double x, double y) {
        return Math.max(-y, Math.abs(x) * HALF_ROOT_3 + y / 2) - 0.5;
    }

    /** A field is colored where exactly one of two stripe patterns is. */
    private static double checkerboard(double x, double y) {
        double columns = stripes(x);
        double rows = stripes(y);
        double fields = Math.max(Math.min(columns, rows), -Math.max(columns, rows));
        return Math.max(box(x, y, 0.84, 0.84), fields);
    }

    /** A five-pointed star: turned and mirrored onto one half point, then the distance from that point's edge. */
    private static double star(double x, double y) {
        double sector = 2 * Math.PI / 5;
        double angle = StrictMath.atan2(x, y);
        double folded = Math.abs(angle - sector * Math.rint(angle / sector));
        double px = length(x, y) * StrictMath.sin(folded);
        double py = length(x, y) * StrictMath.cos(folded);
        // The edge runs from the outer corner (0, 1) to the inner corner at radius 0.45.
        double edgeX = 0.45 * StrictMath.sin(sector / 2);
        double edgeY = 0.45 * StrictMath.cos(sector / 2) - 1;
        return (edgeX * (py - 1) - edgeY * px) / length(edgeX, edgeY);
    }
}
