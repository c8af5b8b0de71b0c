package dev.lamina.nn.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.cases.DefaultActivations;
import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {
    private static final double BOUND = 1e-8;

    static Stream<Activation> samples() {
        Stream<Activation> chosen = Stream.of(
                new Identity(),
                new Relu(),
                new LeakyRelu(0.01),
                new LeakyRelu(0.3),
                new Prelu(0.25, Sharing.CHANNEL),
                new Prelu(-0.4, Sharing.LAYER),
                new Rrelu(0.125, 1.0 / 3),
                new Elu(1),
                new Elu(0.3),
                mpelu(1, 1),
                mpelu(0.25, 1),
                mpelu(-0.7, 2.5),
                mpelu(0, 1),
                mpelu(98, 0.01));
        return Stream.concat(chosen, DefaultActivations.all().stream()).distinct();
    }

    private static Mpelu mpelu(double alpha, double beta) {
        return new Mpelu(alpha, beta, Sharing.CHANNEL, 5, 1);
    }

    private static double[] parameters(Activation activation) {
        return activation.parameters().stream()
                .mapToDouble(ActivationParameter::initialValue)
                .toArray();
    }

    /** Inputs on both sides of the kink at 0 and not near it. */
    private static double[] inputs() {
        RandomGenerator random = new Seeds(1).stream("inputs");
        return random.doubles(200, -5, 5).filter(y -> Math.abs(y) > 1e-3).toArray();
    }

    private static double centralDifference(DoubleUnaryOperator f, double x) {
        double step = 6e-6 * Math.max(1, Math.abs(x));
        return (f.applyAsDouble(x + step) - f.applyAsDouble(x - step)) / (2 * step);
    }

    private static void assertSlope(double expected, double actual, String where) {
        assertEquals(expected, actual, BOUND * Math.max(1, Math.abs(expected)), where);
    }

    @Test
    void everyActivationIsSampled() {
        Set<Class<?>> sampled = samples().map(Activation::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Activation.class.getPermittedSubclasses()), sampled);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theDerivativeIsThatOfTheValue(Activation activation) {
        double[] p = parameters(activation);
        for (double y : inputs()) {
            double expected = centralDifference(x -> activation.value(x, p), y);
            assertSlope(expected, activation.derivative(y, p), activation + " at " + y);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyParameterDerivativeIsThatOfTheValue(Activation activation) {
        double[] p = parameters(activation);
        for (int index = 0; index < p.length; index++) {
            int moved = index;
            for (double y : inputs()) {
                double expected = centralDifference(
                        value -> {
                            double[] q = p.clone();
                            q[moved] = value;
                            return activation.value(y, q);
                        },
                        p[index]);
                assertSlope(expected, activation.parameterDerivative(index, y, p), activation + " at " + y);
            }
        }
    }

    @Test
    void aDerivativeOffByAThousandthWouldBeFound() {
        double[] p = {0.25};
        Prelu prelu = new Prelu(0.25, Sharing.CHANNEL);
        double expected = centralDifference(x -> prelu.value(x, p), -1);
        assertThrows(AssertionError.class, () -> assertSlope(expected, 1.001 * prelu.derivative(-1, p), "-1"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSlopeAtZeroIsTheDerivativeFromTheLeft(Activation activation) {
        double[] p = parameters(activation);
        assertEquals(activation.derivative(-1e-12, p), activation.negativeSlopeAtZero(), 1e-9);
        assertEquals(activation.derivative(0, p), activation.negativeSlopeAtZero(), 1e-12);
    }

    /** Reached to a thousandth, so no bound is merely large. */
    @ParameterizedTest
    @MethodSource("samples")
    void theSteepestSlopeIsTheLargestThereIs(Activation activation) {
        double[] p = parameters(activation);
        double largest = IntStream.rangeClosed(-20_000, 20_000)
                .mapToDouble(k -> Math.abs(activation.derivative(k / 1000.0, p)))
                .max()
                .orElseThrow();
        double bound = activation.steepestSlope(p);
        assertTrue(largest <= bound && largest > 0.999 * bound, activation + ": " + largest + " of " + bound);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aParameterThatIsNotThereIsRefused(Activation activation) {
        if (activation.parameters().isEmpty()) {
            assertThrows(IndexOutOfBoundsException.class, () -> activation.parameterDerivative(0, 1, new double[0]));
        } else {
            assertTrue(activation.parameters().stream().noneMatch(q -> q.initialValue() < q.minimum()));
        }
    }

    private static void assertSameFunction(Activation expected, Activation actual) {
        for (double y : inputs()) {
            assertEquals(expected.value(y, parameters(expected)), actual.value(y, parameters(actual)), 1e-15);
            assertEquals(expected.derivative(y, parameters(expected)), actual.derivative(y, parameters(actual)), 1e-15);
        }
    }

    @Test
    void mpeluWithAlphaZeroIsRelu() {
        assertSameFunction(new Relu(), mpelu(0, 1));
        assertSameFunction(new Relu(), mpelu(0, 0.3));
    }

    @Test
    void mpeluWithAlphaAndBetaOneIsElu() {
        assertSameFunction(new Elu(1), mpelu(1, 1));
    }

    /** α(e^{βy} − 1) lies above αβy by at most αβ · β y²/2. */
    @Test
    void mpeluWithALargeAlphaAndASmallBetaIsNearlyPrelu() {
        Mpelu mpelu = mpelu(25.6302, 0.01);
        for (double y : inputs()) {
            double linear = y > 0 ? y : 0.256302 * y;
            double above = mpelu.value(y, parameters(mpelu)) - linear;
            assertTrue(above >= 0 && above <= 0.256302 * 0.01 * y * y / 2, "at " + y + ": " + above);
        }
    }

    @Test
    void mpeluKeepsBetaPositiveAndLearnsFasterWithDecay() {
        ActivationParameter beta = mpelu(1, 1).parameters().get(1);
        assertTrue(beta.minimum() > 0);
        assertEquals(5, beta.learningRateFactor());
        assertEquals(1, beta.weightDecayFactor());
        assertEquals(0, new Prelu(0.25, Sharing.CHANNEL).parameters().getFirst().weightDecayFactor());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void largeInputsGiveNoNaN(Activation activation) {
        double[] p = parameters(activation);
        for (double y : List.of(-1e4, 1e4, 0.0, -0.0)) {
            assertTrue(Double.isFinite(activation.value(y, p)));
            assertTrue(Double.isFinite(activation.derivative(y, p)));
            assertTrue(IntStream.range(0, p.length)
                    .allMatch(i -> Double.isFinite(activation.parameterDerivative(i, y, p))));
        }
    }
}
