package dev.lamina.nn.init;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Linear;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
    /** 64 → 128 channels, 3×3: fan-in 576, fan-out 1152. */
    private static final ParameterSpec CONV =
            Conv2d.same(128, 3, 1).parameters(List.of(Shape.of(64, 8, 8))).getFirst();

    private static RandomGenerator random() {
        return new Seeds(5).stream("weights");
    }

    static List<ZeroMeanGaussian> gaussians() {
        return List.of(new Gaussian(0.01), new Xavier(), new He(FanMode.FAN_OUT), new MpeluGaussian(FanMode.AVERAGE));
    }

    /** For n Gaussian draws the standard error of the mean is s/√n, that of the standard deviation s/√(2n). */
    @ParameterizedTest
    @MethodSource("gaussians")
    void meanAndDeviationOfTheDrawsLieWithinSamplingError(ZeroMeanGaussian initializer) {
        double deviation = initializer.standardDeviation(CONV, 0.25);
        float[] values = initializer.draw(CONV, 0.25, random()).values();
        int count = values.length;
        assertEquals(128 * 64 * 9, count);
        double mean = IntStream.range(0, count).mapToDouble(i -> values[i]).sum() / count;
        double variance = IntStream.range(0, count)
                        .mapToDouble(i -> Math.pow(values[i] - mean, 2))
                        .sum()
                / count;
        assertEquals(0, mean, 4 * deviation / Math.sqrt(count));
        assertEquals(deviation, Math.sqrt(variance), 4 * deviation / Math.sqrt(2.0 * count));
    }

    @Test
    void theDeviationsAreThoseOfTheirFormulas() {
        assertEquals(0.01, new Gaussian(0.01).standardDeviation(CONV, 1));
        assertEquals(Math.sqrt(2.0 / 1728), new Xavier().standardDeviation(CONV, 1), 1e-15);
        assertEquals(Math.sqrt(2.0 / 576), new He(FanMode.FAN_IN).standardDeviation(CONV, 1), 1e-15);
        assertEquals(Math.sqrt(2.0 / 1152), new He(FanMode.FAN_OUT).standardDeviation(CONV, 1), 1e-15);
        assertEquals(Math.sqrt(2.0 / 864), new He(FanMode.AVERAGE).standardDeviation(CONV, 1), 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void mpelusRuleIsHesForReluAndHalfItsVarianceForALinearUnit(FanMode mode) {
        double he = new He(mode).standardDeviation(CONV, 0);
        MpeluGaussian rule = new MpeluGaussian(mode);
        assertEquals(he, rule.standardDeviation(CONV, 0), 1e-15);
        assertEquals(he * he / 2, Math.pow(rule.standardDeviation(CONV, 1), 2), 1e-15);
        assertEquals(he * he / 1.0625, Math.pow(rule.standardDeviation(CONV, 0.25), 2), 1e-15);
    }

    static List<ParameterSpec> matrices() {
        return List.of(
                CONV,
                new Linear(10, false).parameters(List.of(Shape.of(64))).getFirst(),
                new Linear(64, false).parameters(List.of(Shape.of(64))).getFirst(),
                new Linear(70, false).parameters(List.of(Shape.of(9))).getFirst(),
                new Linear(1, false).parameters(List.of(Shape.of(1))).getFirst());
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void theShorterSideOfAnOrthogonalMatrixIsOrthonormalTimesItsGain(ParameterSpec weight) {
        double gain = 1.5;
        HostTensor tensor = new Orthogonal(gain).draw(weight, 0, random());
        int rows = weight.shape().axis(0);
        int columns = tensor.values().length / rows;
        boolean wide = rows <= columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int i = 0; i < length; i++) {
                    dot += (double) tensor.values()[wide ? a * columns + i : i * columns + a]
                            * tensor.values()[wide ? b * columns + i : i * columns + b];
                }
                assertEquals(a == b ? gain * gain : 0, dot, 1e-5, "vectors " + a + " and " + b);
            }
        }
    }

    @Test
    void orthogonalMatricesFavorNoDirection() {
        ParameterSpec square =
                new Linear(64, false).parameters(List.of(Shape.of(64))).getFirst();
        float[] values = new Orthogonal(1).draw(square, 0, random()).values();
        double trace = IntStream.range(0, 64).mapToDouble(i -> values[i * 65]).sum();
        double sum =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
        assertTrue(Math.abs(trace) < 4, "the trace of a uniform orthogonal matrix has deviation 1, is " + trace);
        assertTrue(Math.abs(sum) < 4 * 8, "the sum of all elements has deviation √64, is " + sum);
    }

    @Test
    void aSeedGivesTheSameWeightsAgain() {
        for (Initializer initializer : List.of(new Xavier(), new Orthogonal(1), new Lsuv(0.1, 10))) {
            assertArrayEquals(
                    initializer.draw(CONV, 0, random()).values(),
                    initializer.draw(CONV, 0, random()).values());
        }
    }
}
