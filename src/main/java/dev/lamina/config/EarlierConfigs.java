package dev.lamina.config;

import dev.lamina.setting.Upgrade;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configurations that an earlier version wrote, as in run folders. It wrote every key, where a person may leave any out: so a
 * constraint with all of its keys but {@code learned} is from before heads had a normalization, and theirs is off; an
 * interpolation with all but {@code queryBatch} asks for all queries at once.
 */
public final class EarlierConfigs implements Upgrade {
    private static final List<String> KEYS = List.of("type", "alpha", "weightDecay", "epsilon");
    private static final List<String> NORMALIZED = List.of("softmax", "svm");
    private static final String TYPE = "type";
    private static final String HEAD = "head";
    /** A key of every interpolation that a run has written. */
    private static final String OF_INTERPOLATION = "templateVote";

    private static final String QUERY_BATCH = "queryBatch";

    @Override
    public void apply(ObjectNode written) {
        leaveHeadsAsTheyWere(written);
        askAtOnce(written);
    }

    private static void askAtOnce(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(OF_INTERPOLATION) && !object.has(QUERY_BATCH)) {
            object.put(QUERY_BATCH, 0);
        }
        node.forEach(EarlierConfigs::askAtOnce);
    }

    private static void leaveHeadsAsTheyWere(ObjectNode written) {
        JsonNode constraint = written.path("training").path("equalNorm");
        if (constraint.has("learned") || !KEYS.stream().allMatch(constraint::has)) {
            return;
        }
        JsonNode nodes = written.path("network").path("graph").path("nodes");
        if (nodes.isArray()) {
            nodes.forEach(node -> {
                if (node instanceof ObjectNode holder && holder.has(HEAD)) {
                    switchOff(holder);
                }
            });
        } else {
            switchOff(written);
        }
    }

    private static void switchOff(ObjectNode holder) {
        JsonNode head = holder.path(HEAD);
        ObjectNode object = head instanceof ObjectNode given ? given : holder.objectNode();
        if (head.isMissingNode() || head.isNull()) {
            object.put(TYPE, "softmax");
        } else if (head.isString()) {
            object.set(TYPE, head);
        }
        boolean has = NORMALIZED.contains(object.path(TYPE).asString(""));
        if (has && !object.has("normalization")) {
            object.put("normalization", "off");
            holder.set(HEAD, object);
        }
    }
}
