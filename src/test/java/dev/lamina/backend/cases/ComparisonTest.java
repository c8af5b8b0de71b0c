package dev.lamina.backend.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.backend.Precision;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the backend contract's tolerances are neither so tight that a right result fails nor so wide that wrong ones pass. */
class ComparisonTest {
    private static final Tolerance FLOAT = new Tolerance(Precision.F32, 0);

    static Stream<OperationCase> cases() {
        return ContractCases.all(Precision.F32).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anErrorOfOneHundredthInTheLargestElementIsNoticedInFloat32(OperationCase operationCase) {
        Outcome right = Outcome.ofReference(operationCase.program(), operationCase.values());
        operationCase.rounding().errors(operationCase, right).forEach((name, error) -> {
            if (right.values().containsKey(name) && !cancelsOut(right.get(name), error)) {
                Map<String, double[]> wrong = new HashMap<>(right.values());
                wrong.put(name, withErrorInLargest(right.get(name)));
                assertFalse(
                        Comparison.faults(operationCase, new Outcome(wrong), FLOAT)
                                .isEmpty(),
                        name);
            }
        });
    }

    static Stream<OperationCase> coarseCases() {
        return ContractCases.all(Precision.BF16).stream();
    }

    @ParameterizedTest
    @MethodSource("coarseCases")
    void theReferenceRoundedToBf16PassesInBf16(OperationCase operationCase) {
        Draw bf16 = Draw.of(Precision.BF16, "rounding");
        Outcome right = Outcome.ofReference(operationCase.program(), operationCase.values());
        Map<String, double[]> rounded = new HashMap<>();
        operationCase.rounding().errors(operationCase, right).forEach((name, error) -> {
            boolean wide = error.format() == RoundingError.Format.FLOAT32;
            DoubleUnaryOperator format = wide ? v -> (float) v : bf16::rounded;
            if (right.values().containsKey(name)) {
                rounded.put(name, Arrays.stream(right.get(name)).map(format).toArray());
            }
        });
        assertEquals(
                List.of(), Comparison.faults(operationCase, new Outcome(rounded), new Tolerance(Precision.BF16, 0)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReferenceRoundedToFloat32Passes(OperationCase operationCase) {
        Outcome right = Outcome.ofReference(operationCase.program(), operationCase.values());
        Map<String, double[]> rounded = new HashMap<>();
        right.values()
                .forEach((name, values) -> rounded.put(
                        name, Arrays.stream(values).map(v -> (float) v).toArray()));
        assertEquals(List.of(), Comparison.faults(operationCase, new Outcome(rounded), FLOAT));
    }

    /** Whether the result is nothing but rounding, as the gradient of a normalization over one value is. */
    private static boolean cancelsOut(double[] values, RoundingError error) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double operands = Arrays.stream(error.absolute()).max().orElse(0);
        return operands > 0 && largest < 1e-3 * operands;
    }

    private static double[] withErrorInLargest(double[] values) {
        double[] changed = values.clone();
        int largest = 0;
        for (int k = 0; k < changed.length; k++) {
            largest = Math.abs(changed[k]) > Math.abs(changed[largest]) ? k : largest;
        }
        changed[largest] = changed[largest] == 0 ? 1e-2 : changed[largest] * 1.01;
        return changed;
    }
}
