package dev.lamina.bench;

import dev.lamina.backend.Precision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one kind of layer takes of a step.
 *
 * @param kind "convolution forward", "batch norm", "other"
 * @param shareOfStep 1 = all of it
 * @param flopsPerSecond as {@link FlopCount} counts them; NaN for a kind that it leaves out
 * @param shareOfPeak of the matrix-product rate in the step's precision; above 1 where multiplications are saved
 */
record KindShare(String kind, double milliseconds, double shareOfStep, double flopsPerSecond, double shareOfPeak) {
    private static final double MILLISECONDS = 1e3;
    private static final Set<String> COUNTED = Set.of("convolution", "linear");

    /**
     * The kinds in the order of their times.
     *
     * @param flops of a step by operation
     */
    static List<KindShare> of(List<ProfileLine> lines, Map<String, Double> flops, Rates rates, Precision precision) {
        Map<String, Double> times = new LinkedHashMap<>();
        lines.forEach(line -> times.merge(kind(line.operation()), line.milliseconds(), Double::sum));
        double total = times.values().stream().mapToDouble(Double::doubleValue).sum();
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(kind -> {
                    double milliseconds = kind.getValue();
                    double count = flops.getOrDefault(kind.getKey(), Double.NaN);
                    return new KindShare(
                            kind.getKey(),
                            milliseconds,
                            milliseconds / total,
                            count / milliseconds * MILLISECONDS,
                            rates.share(precision, count, milliseconds));
                })
                .toList();
    }

    private static String kind(String operation) {
        String family = operation.split(" ", 2)[0];
        if (COUNTED.contains(family)) {
            return operation;
        }
        return family.equals("norm") ? "batch norm" : "other";
    }
}
