package dev.lamina.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Spaces and functions that searches are tried on. */
final class Spaces {
    private Spaces() {}

    static LinearRange linear(double low, double high) {
        return new LinearRange(low, high, Map.of());
    }

    static Choice choice(Object... values) {
        return new Choice(List.of(values), Map.of());
    }

    static SearchSpace of(Map<String, Dimension> dimensions) {
        return new SearchSpace(dimensions);
    }

    /** The unit cube with dimensions x0, x1, … */
    static SearchSpace cube(int size) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            dimensions.put("x" + i, linear(0, 1));
        }
        return new SearchSpace(dimensions);
    }

    static double number(Point point, String key) {
        return ((Number) point.values().get(key)).doubleValue();
    }

    /** The smallest value that a strategy finds. */
    static double best(Strategy strategy, SearchSpace space, ToDoubleFunction<Point> function, int trials, long seed) {
        return observed(strategy, space, function, trials, seed).stream()
                .mapToDouble(Observation::value)
                .min()
                .orElseThrow();
    }

    static List<Observation> observed(
            Strategy strategy, SearchSpace space, ToDoubleFunction<Point> function, int trials, long seed) {
        List<Observation> seen = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            Point point = strategy.next(space, seen, trial, seed).orElseThrow();
            seen.add(new Observation(point, Observation.State.MEASURED, 1, function.applyAsDouble(point)));
        }
        return seen;
    }
}
