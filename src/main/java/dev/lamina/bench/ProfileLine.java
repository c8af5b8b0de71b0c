package dev.lamina.bench;

import dev.lamina.backend.OperationPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operations of a step that are of one kind and computed in one way.
 *
 * @param count how many they are
 * @param milliseconds that they take together in a step
 */
public record ProfileLine(String operation, String algorithm, int count, double milliseconds) {
    private static final double MILLISECONDS = 1e3;

    private record Kind(String operation, String algorithm) {}

    /**
     * Sums by kind, the longest first.
     *
     * @param seconds of every operation, in the order of the plan
     */
    static List<ProfileLine> of(List<OperationPlan> plan, double[] seconds) {
        Map<Kind, List<Double>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < seconds.length; i++) {
            Kind kind = new Kind(plan.get(i).operation(), plan.get(i).algorithm());
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(seconds[i] * MILLISECONDS);
        }
        return kinds.entrySet().stream()
                .map(kind -> new ProfileLine(
                        kind.getKey().operation(),
                        kind.getKey().algorithm(),
                        kind.getValue().size(),
                        kind.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()))
                .sorted(Comparator.comparingDouble(ProfileLine::milliseconds).reversed())
                .toList();
    }
}
