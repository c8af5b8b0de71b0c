package dev.lamina.reproduce;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * reproduction.json: what was asked for and how much it was shortened, decided once.
 *
 * @param format version of the file's layout
 * @param factor see {@link Shortening}
 * @param runSeconds expected of one run, by the id of the arm
 */
public record ReproductionPlan(
        int format,
        ReproductionSettings settings,
        double factor,
        Map<String, Double> runSeconds,
        Instant decided,
        String lamina) {
    static final int FORMAT = 1;

    public ReproductionPlan {
        runSeconds = Collections.unmodifiableMap(new TreeMap<>(runSeconds));
    }

    Shortening shortening() {
        return new Shortening(factor);
    }
}
