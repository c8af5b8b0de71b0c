package dev.lamina.experiment;

import dev.lamina.train.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * progress.json of a checkpoint. Everything random follows from the seed, the epoch and the step, so these are the
 * state of the random number generators too.
 */
record CheckpointRecord(int format, long seed, Progress progress) {
    static final int FORMAT = 1;
    private static final String UPDATE_RATIOS = "log10UpdateRatios";

    /** Update ratios came later; a checkpoint without them has none. */
    static JsonNode upgraded(JsonNode tree) {
        if (!(tree.path("progress").path("sums") instanceof ObjectNode sums) || sums.has(UPDATE_RATIOS)) {
            return tree;
        }
        JsonNode copy = tree.deepCopy();
        ((ObjectNode) copy.path("progress").path("sums")).putObject(UPDATE_RATIOS);
        return copy;
    }
}
