package dev.lamina.bench;

import java.util.List;

/**
 * What a worker needed.
 *
 * @param stepMilliseconds of every measured step
 * @param peakMemoryBytes of the worker's process, −1 if the system does not say
 */
public record Measurement(Task task, List<Double> stepMilliseconds, long peakMemoryBytes) {
    public Measurement {
        stepMilliseconds = List.copyOf(stepMilliseconds);
        if (stepMilliseconds.isEmpty()) {
            throw new IllegalArgumentException("no step of " + task + " was measured");
        }
    }

    /** The middle of all steps; the mean of the two middle ones where their number is even. */
    public double medianMilliseconds() {
        List<Double> sorted = stepMilliseconds.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    public double leastMilliseconds() {
        return stepMilliseconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
