package dev.lamina.train;

import dev.lamina.tensor.HostTensor;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A point that a run can go on from.
 *
 * @param weights parameters and running statistics by name
 * @param optimizer the optimizer's values by name
 */
public record Checkpoint(Progress progress, Map<String, HostTensor> weights, Map<String, HostTensor> optimizer) {
    /** What its values take. */
    long sizeBytes() {
        return Float.BYTES
                * Stream.of(weights, optimizer)
                        .flatMap(values -> values.values().stream())
                        .mapToLong(tensor -> tensor.values().length)
                        .sum();
    }
}
