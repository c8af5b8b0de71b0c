package dev.lamina.config;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a configuration that a run has written what its version did not know, so that it keeps its meaning where a default
 * has another one. Such a configuration holds every key of its time; one that a person wrote may leave any out.
 */
public final class ConfigUpgrade {
    /** A key of every interpolation that a run has written. */
    private static final String OF_INTERPOLATION = "templateVote";

    private static final String QUERY_BATCH = "queryBatch";

    private ConfigUpgrade() {}

    /** Interpolations once asked for all queries at once. */
    public static void complete(ObjectNode config) {
        completeBelow(config);
    }

    private static void completeBelow(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(OF_INTERPOLATION) && !object.has(QUERY_BATCH)) {
            object.put(QUERY_BATCH, 0);
        }
        node.forEach(ConfigUpgrade::completeBelow);
    }
}
