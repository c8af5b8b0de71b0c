package dev.lamina.reproduce;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * reproduction.json: what was asked for and how much it was shortened, decided once.
 *
 * @param format version of the file's layout
 * @param shortening of every training
 * @param runSeconds expected of one run, by the id of the arm
 */
public record ReproductionPlan(
        int format,
        ReproductionSettings settings,
        Shortening shortening,
        Map<String, Double> runSeconds,
        Instant decided,
        String lamina) {
    static final int FORMAT = 1;

    public ReproductionPlan {
        runSeconds = Collections.unmodifiableMap(new TreeMap<>(runSeconds));
    }
}
