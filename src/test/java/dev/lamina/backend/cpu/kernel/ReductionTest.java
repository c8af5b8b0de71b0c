package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 37, 50_003})
    void squaredNormIsSummedInDouble(int length) {
        double[] x = TestTensors.normal("x", length);
        for (Precision precision : Precision.values()) {
            FlatTensor tensor = ElementwiseTest.flat(precision, x);
            double expected = 0;
            for (double value : x) {
                expected += value * value;
            }
            for (Team team : TestTensors.teams()) {
                Reduction norm = Reduction.squaredNorm(team, tensor);
                norm.run();
                assertEquals(expected, norm.value(), 1e-12 * expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 37, 50_003})
    void oneElementThatIsNotFiniteIsFoundWhereverItIs(int length) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int at : new int[] {0, length / 2, length - 1}) {
                FlatTensor tensor = ElementwiseTest.flat(Precision.FLOAT32, TestTensors.normal("x", length));
                for (Team team : TestTensors.teams()) {
                    Reduction check = Reduction.nonFinite(team, tensor);
                    check.run();
                    assertEquals(0, check.value());
                    float before = tensor.memory().getAtIndex(ValueLayout.JAVA_FLOAT, at);
                    tensor.memory().setAtIndex(ValueLayout.JAVA_FLOAT, at, bad);
                    check.run();
                    assertTrue(Double.isNaN(check.value()), bad + " at " + at);
                    tensor.memory().setAtIndex(ValueLayout.JAVA_FLOAT, at, before);
                }
            }
        }
    }
}
