package dev.lamina.figure;

import dev.lamina.metric.EpochMetrics;
import java.util.List;

/**
 * A run to be compared with others.
 *
 * @param name as the legend says it, such as "λ = 10⁻⁴" (see text.NumberText.setting)
 */
public record RunMetrics(String name, List<EpochMetrics> epochs) {
    public RunMetrics {
        epochs = List.copyOf(epochs);
    }
}
