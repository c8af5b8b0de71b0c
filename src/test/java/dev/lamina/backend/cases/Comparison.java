package dev.lamina.backend.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                compare(name, expected.get(name), actual.get(name), error, tolerance, faults);
            }
        });
        return faults;
    }

    private static void compare(
            String name,
            double[] expected,
            double[] actual,
            RoundingError error,
            Tolerance tolerance,
            List<String> faults) {
        int count = 0;
        StringBuilder shown = new StringBuilder();
        for (int k = 0; k < expected.length; k++) {
            double allowed = tolerance.at(error, k, expected[k]);
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
