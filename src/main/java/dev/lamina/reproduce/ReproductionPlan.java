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
 * @param rule of what a shorter training keeps
 * @param runSeconds expected of one run, by the id of the arm
 */
public record ReproductionPlan(
        int format,
        ReproductionSettings settings,
        double factor,
        int points,
        ShorteningRule rule,
        Map<String, Double> runSeconds,
        Instant decided,
        String lamina) {
    static final int FORMAT = 1;

    public ReproductionPlan {
        runSeconds = Collections.unmodifiableMap(new TreeMap<>(runSeconds));
    }

    Shortening shortening() {
        return new Shortening(factor, points, rule);
    }

    /** Adds what the file lacks if an older version wrote it: what that version did. */
    static JsonNode upgraded(JsonNode tree) {
        if (!(tree instanceof ObjectNode written)) {
            return tree;
        }
        ObjectNode plan = written.deepCopy();
        if (!plan.has("points")) {
            plan.put("points", Budget.MOST_POINTS);
        }
        if (!plan.has("rule")) {
            plan.put("rule", "same-decay");
        }
        return plan;
    }
}
