package dev.lamina.backend.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Precision;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Mish;
import dev.lamina.nn.activation.Sigmoid;
import dev.lamina.nn.activation.Swish;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            if (right.values().containsKey(name) && !cancelsOut(right.get(name), error.absolute(), 1e-3)) {
                assertNoticed(operationCase, right, name, 0.01, FLOAT);
            }
        });
    }

    static Stream<OperationCase> convolutions() {
        return ConvolutionContract.all(Precision.F32).stream();
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void anErrorOfOneHundredthInTheLargestElementIsNoticedThroughWinogradsRounding(OperationCase operationCase) {
        Outcome right = Outcome.ofReference(operationCase.program(), operationCase.values());
        var winograd = new Tolerance(Precision.F32, Tolerance.WINOGRAD_AMPLIFICATION);
        operationCase
                .rounding()
                .errors(operationCase, right)
                .keySet()
                .forEach(name -> assertNoticed(operationCase, right, name, 0.01, winograd));
    }

    static Stream<OperationCase> allCoarseCases() {
        return Stream.concat(coarseCases(), ConvolutionContract.all(Precision.BF16).stream());
    }

    /** Where the terms leave more than a sixth of themselves; below, bf16 does not hold a tenth of the result. */
    @ParameterizedTest
    @MethodSource("allCoarseCases")
    void anErrorOfATenthInTheLargestElementIsNoticedInBf16(OperationCase operationCase) {
        Outcome right = Outcome.ofReference(operationCase.program(), operationCase.values());
        operationCase.rounding().errors(operationCase, right).forEach((name, error) -> {
            if (right.values().containsKey(name) && !cancelsOut(right.get(name), error.quadratic(), 1.0 / 6)) {
                assertNoticed(operationCase, right, name, 0.1, new Tolerance(Precision.BF16, 0));
            }
        });
    }

    /** A gradient half as large again is noticed in two of three tensors, one of the wrong sign in nearly all. */
    @Test
    void wrongGradientsOfNetworksAreNoticedInBf16() {
        int tensors = 0;
        int tooLarge = 0;
        int reversed = 0;
        for (OperationCase networkCase : NetworkCases.all(3).toList()) {
            Outcome right = Outcome.ofReference(networkCase.program(), networkCase.values());
            Map<String, Double> allowed = Sensitivity.allowed(networkCase, right);
            assertEquals(List.of(), Comparison.faults(right, right, allowed));
            for (String name : allowed.keySet()) {
                tensors++;
                tooLarge += isNoticed(right, name, 1.5, allowed) ? 1 : 0;
                reversed += isNoticed(right, name, -1, allowed) ? 1 : 0;
            }
        }
        assertTrue(tooLarge > 0.66 * tensors, tooLarge + " of " + tensors);
        assertTrue(reversed > 0.95 * tensors, reversed + " of " + tensors);
    }

    private static boolean isNoticed(Outcome right, String name, double factor, Map<String, Double> allowed) {
        Map<String, double[]> wrong = new HashMap<>(right.values());
        wrong.put(name, Arrays.stream(right.get(name)).map(v -> factor * v).toArray());
        List<String> faults = Comparison.faults(right, new Outcome(wrong), allowed);
        return faults.size() == 1 && faults.getFirst().startsWith(name + ":");
    }

    private static void assertNoticed(
            OperationCase operationCase, Outcome right, String name, double relativeError, Tolerance tolerance) {
        Map<String, double[]> wrong = new HashMap<>(right.values());
        wrong.put(name, withErrorInLargest(right.get(name), relativeError));
        assertFalse(
                Comparison.faults(operationCase, new Outcome(wrong), tolerance).isEmpty(), name);
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

    /** At −100 a power of e is no normal float32, at −80 it is one. */
    @ParameterizedTest
    @MethodSource("tails")
    void onlyWhatIsTooSmallForFloat32MayBeTakenForZero(Activation tail) {
        OperationCase operationCase = ActivationCases.of(
                Draw.of(Precision.F32, "tails"), tail, Shape.of(1, 1, 1, 3), new double[] {-100, -80, -80});
        Outcome right = Outcome.ofReference(operationCase.program(), operationCase.values());
        double[] y = right.get("y");
        Map<String, double[]> flushed = new HashMap<>(right.values());
        flushed.put("y", new double[] {0, y[1], y[2]});
        assertEquals(List.of(), Comparison.faults(operationCase, new Outcome(flushed), FLOAT));
        flushed.put("y", new double[] {y[0], 0, y[2]});
        assertEquals(
                1, Comparison.faults(operationCase, new Outcome(flushed), FLOAT).size());
        flushed.put("y", new double[] {y[0], y[1], 1.5 * y[2]});
        assertEquals(
                1, Comparison.faults(operationCase, new Outcome(flushed), FLOAT).size());
    }

    static Stream<Activation> tails() {
        return Stream.of(new Sigmoid(), new Swish(1), new Mish());
    }

    /** Whether the result is nothing but rounding, as the gradient of a normalization over one value is. */
    private static boolean cancelsOut(double[] values, double[] terms, double part) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double operands = Arrays.stream(terms).max().orElse(0);
        return operands > 0 && largest < part * operands;
    }

    private static double[] withErrorInLargest(double[] values, double relativeError) {
        double[] changed = values.clone();
        int largest = 0;
        for (int k = 0; k < changed.length; k++) {
            largest = Math.abs(changed[k]) > Math.abs(changed[largest]) ? k : largest;
        }
        changed[largest] = changed[largest] == 0 ? relativeError : changed[largest] * (1 + relativeError);
        return changed;
    }
}
