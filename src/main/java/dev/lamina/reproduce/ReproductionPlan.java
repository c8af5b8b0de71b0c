package dev.lamina.reproduce;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * reproduction.json: what was asked for and how much it was shortened, decided once.
 *
 * @param format version of the file's layout
 * @param factor of every number of epochs, see {@link Shortening}
 * @param points of a curve over one stage at most
 * @param runSeconds expected of one run, by the id of the arm
 */
public record ReproductionPlan(
        int format,
        ReproductionSettings settings,
        double factor,
        int points,
        Map<String, Double> runSeconds,
        Instant decided,
        String lamina) {
    static final int FORMAT = 1;

    public ReproductionPlan {
        runSeconds = Collections.unmodifiableMap(new TreeMap<>(runSeconds));
    }

    Shortening shortening() {
        return new Shortening(factor, points);
    }

    /** Adds what the file lacks if an older version wrote it. */
    static JsonNode upgraded(JsonNode tree) {
        return tree instanceof ObjectNode plan && !plan.has("points")
                ? plan.deepCopy().put("points", Budget.MOST_POINTS)
                : tree;
    }
}
