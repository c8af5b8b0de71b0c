package dev.lamina.bench;

import dev.lamina.backend.Precision;
import java.util.Map;

/** The machine's fastest matrix product in each precision, floating-point operations a second: the yardstick. */
record Rates(Map<Precision, Double> flopsPerSecond) {
    /** A product of two square matrices of this order; small enough for the caches, large enough to run at full rate. */
    static final int ORDER = 768;

    private static final double MILLISECONDS = 1e3;

    Rates {
        flopsPerSecond = Map.copyOf(flopsPerSecond);
    }

    /** What a measurement of {@link #ORDER}³ products shows; the fastest counts. */
    static double flopsPerSecond(Measurement products) {
        return 2.0 * ORDER * ORDER * ORDER / products.leastMilliseconds() * MILLISECONDS;
    }

    /** Share of the rate, 1 = all of it. */
    double share(Precision precision, double flops, double milliseconds) {
        return flops / milliseconds * MILLISECONDS / flopsPerSecond.getOrDefault(precision, Double.NaN);
    }
}
