package dev.lamina.backend.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** How rounding errors enter the results of a case. */
public interface Rounding {
    /** The measure for every result that is compared, by name; results it leaves out are not compared. */
    Map<String, RoundingError> errors(OperationCase operationCase, Outcome expected);

    /** Results that are copied, compared or counted: all must be exact. */
    static Rounding exact() {
        return (operationCase, expected) -> {
            Map<String, RoundingError> errors = new HashMap<>();
            operationCase
                    .program()
                    .outputs()
                    .forEach((name, value) -> errors.put(
                            name, RoundingError.none((int) value.shape().size())));
            return errors;
        };
    }

    /**
     * Results that are sums of products of one element each of several values. Running the same program on |values| gives
     * Σ|t|, on squared values Σt².
     *
     * @param terms how many products each result sums; 0 where it must be exact
     */
    static Rounding ofProducts(Map<String, Integer> terms) {
        return (operationCase, expected) ->
                rerun(operationCase, operationCase.values().keySet(), terms);
    }

    /** The same where only some values enter the products, and the others choose among them. */
    static Rounding ofProducts(Set<String> factors, Map<String, Integer> terms) {
        return (operationCase, expected) -> rerun(operationCase, factors, terms);
    }

    private static Map<String, RoundingError> rerun(
            OperationCase operationCase, Set<String> factors, Map<String, Integer> terms) {
        Outcome absolute = rerun(operationCase, factors, Math::abs);
        Outcome squares = rerun(operationCase, factors, x -> x * x);
        Map<String, RoundingError> errors = new HashMap<>();
        terms.forEach((name, count) -> {
            double[] sum = absolute.get(name);
            errors.put(
                    name,
                    count == 0
                            ? RoundingError.none(sum.length)
                            : new RoundingError(count, sum, map(squares.get(name), Math::sqrt)));
        });
        return errors;
    }

    private static Outcome rerun(OperationCase operationCase, Set<String> factors, DoubleUnaryOperator change) {
        Map<String, double[]> changed = new HashMap<>(operationCase.values());
        factors.forEach(name -> changed.computeIfPresent(name, (_, values) -> map(values, change)));
        return Outcome.ofReference(operationCase.program(), changed);
    }

    private static double[] map(double[] values, DoubleUnaryOperator change) {
        double[] mapped = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            mapped[k] = change.applyAsDouble(values[k]);
        }
        return mapped;
    }
}
