package dev.lamina.backend.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Compares a backend's results with those of the reference. */
public final class Comparison {
    private static final int SHOWN = 3;

    private Comparison() {}

    /** One line for every result with elements out of tolerance, showing the worst; empty if all is well. */
    public static List<String> faults(OperationCase operationCase, Outcome actual, Tolerance tolerance) {
        Outcome expected = Outcome.ofReference(operationCase.program(), operationCase.values());
        List<String> faults = new ArrayList<>();
        Map<String, RoundingError> errors = operationCase.rounding().errors(operationCase, expected);
        operationCase.program().outputs().keySet().stream()
                .filter(name -> !errors.containsKey(name))
                .forEach(name -> faults.add(name + ": no tolerance is known"));
        errors.forEach((name, error) -> {
            if (expected.values().containsKey(name)) {
                double[] values = expected.get(name);
                compare(name, values, actual.get(name), k -> tolerance.at(error, k, values[k]), faults);
            }
        });
        return faults;
    }

    /**
     * The same for some results, each allowed the given part of its largest element, or of a hundredth of the largest
     * element of all, where its own terms cancel out.
     */
    public static List<String> faults(
            Outcome expected, Outcome actual, Collection<String> names, double relativeTolerance) {
        double ofAll = names.stream()
                .mapToDouble(name -> largest(expected.get(name)))
                .max()
                .orElse(0);
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            double scale = Math.max(largest(expected.get(name)), ofAll / 100);
            compare(name, expected.get(name), actual.get(name), _ -> relativeTolerance * scale, faults);
        }
        return faults;
    }

    /** The same in the Euclidean norm of each result: a line for each that is further away than allowed. */
    public static List<String> faults(Outcome expected, Outcome actual, Map<String, Double> allowed) {
        List<String> faults = new ArrayList<>();
        allowed.forEach((name, bound) -> {
            double distance = distance(expected.get(name), actual.get(name));
            if (!(distance <= bound)) {
                faults.add("%s: is %.3g away, not within %.3g".formatted(name, distance, bound));
            }
        });
        return faults;
    }

    /** ‖actual − expected‖₂. */
    static double distance(double[] expected, double[] actual) {
        double sum = 0;
        for (int k = 0; k < expected.length; k++) {
            sum += (actual[k] - expected[k]) * (actual[k] - expected[k]);
        }
        return Math.sqrt(sum);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static void compare(
            String name, double[] expected, double[] actual, IntToDoubleFunction tolerance, List<String> faults) {
        int count = 0;
        StringBuilder shown = new StringBuilder();
        for (int k = 0; k < expected.length; k++) {
            double allowed = tolerance.applyAsDouble(k);
            if (!(Math.abs(actual[k] - expected[k]) <= allowed)) {
                if (count++ < SHOWN) {
                    shown.append(" [%d] is %s, not %s ± %.2g;".formatted(k, actual[k], expected[k], allowed));
                }
            }
        }
        if (count > 0) {
            faults.add(name + ": " + count + " of " + expected.length + " elements are off:" + shown);
        }
    }
}
