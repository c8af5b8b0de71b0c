package dev.lamina.search;

import dev.lamina.setting.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search section of a configuration. */
public record Search(
        @Setting(
                meaning =
                        "what varies: a range or a choice by dotted key, as in {\"training.weightDecay\": {\"type\": \"log\","
                                + " \"low\": 1e-6, \"high\": 1e-2}}")
        Map<String, Dimension> space,

        @Setting(defaultValue = "{\"type\": \"tpe\"}", meaning = "how the next point is chosen")
        Strategy strategy,

        @Setting(defaultValue = "{}", meaning = "what is made large or small")
        Objective objective,

        @Setting(meaning = "which trials are trained further; every one to its end unless given") @Nullable
        Halving halving,

        @Setting(defaultValue = "{}", meaning = "when it ends")
        Budget budget) {
    /** @throws dev.lamina.tensor.BadInputException if the space is none, as {@link SearchSpace} says */
    public Search {
        space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
        new SearchSpace(space);
    }

    /**
     * How its trials follow each other.
     *
     * @param epochs of a trial's whole training
     */
    public SearchPlan plan(int epochs, long seed) {
        Rungs rungs = halving == null
                ? Rungs.none(epochs)
                : new Rungs(halving.factor(), Math.min(halving.firstEpochs(), epochs), epochs);
        return new SearchPlan(new SearchSpace(space), strategy, rungs, budget, seed);
    }
}
