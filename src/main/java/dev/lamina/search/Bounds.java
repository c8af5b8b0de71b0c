package dev.lamina.search;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** The ends of a range. */
final class Bounds {
    /** The largest double below 1. */
    private static final double BELOW_ONE = Math.nextDown(1.0);

    private Bounds() {}

    static void requireOrder(double low, double high) {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new BadInputException(Message.of("search.range", String.valueOf(low), String.valueOf(high)));
        }
    }

    /** The nearest number in [0, 1). */
    static double inUnit(double value) {
        return Math.clamp(value, 0, BELOW_ONE);
    }
}
