package dev.lamina.figure;

import dev.lamina.metric.EpochMetrics;
import java.util.List;

/**
 * Runs of one configuration that are drawn as one curve with its spread, or a single run.
 *
 * @param name as the legend says it, without how many they are
 */
public record GroupMetrics(String name, List<List<EpochMetrics>> runs) {
    public GroupMetrics {
        runs = runs.stream().map(List::copyOf).toList();
    }

    /** Epochs that all of them have: a mean over survivors would look like a mean over all. */
    int epochs() {
        return runs.stream().mapToInt(List::size).min().orElse(0);
    }
}
