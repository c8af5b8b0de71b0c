package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BiasTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 1, 1", "3, 20, 5, 7", "3, 16, 32, 32"})
    void sumAndGradientMatchPlainLoops(int n, int c, int h, int w) {
        BlockedShape shape = new BlockedShape(n, c, h, w);
        for (Precision precision : Precision.values()) {
            for (Team team : TestTensors.teams()) {
                double[] x = TestTensors.normal("x", TestTensors.elements(shape));
                double[] bias = TestTensors.normal("bias", c);
                BlockedTensor in = TestTensors.blocked(shape, precision, x);
                double[] gradient = new double[c];
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    int channel = i / shape.pixels() % c;
                    gradient[channel] += x[i];
                    y[i] = x[i] + bias[channel];
                }
                MemorySegment db = TestTensors.perChannel(shape, new double[c]);
                Bias.gradient(team, in, db).run();
                TestTensors.assertClose(gradient, TestTensors.doubles(db, c), 1e-4, "gradient");
                Bias.add(team, in, TestTensors.perChannel(shape, bias), in).run();
                TestTensors.assertClose(
                        y, TestTensors.plain(in), precision == Precision.FLOAT32 ? 1e-6 : 4e-3, "y, in place");
                TestTensors.assertPaddingIsZero(in);
            }
        }
    }

    @Test
    void denseGradientIsTheColumnSum() {
        double[] dy = TestTensors.normal("dy", 7 * 37);
        double[] expected = new double[37];
        for (int i = 0; i < dy.length; i++) {
            expected[i % 37] += dy[i];
        }
        for (Team team : TestTensors.teams()) {
            MemorySegment gradient = TestTensors.floats(new double[37]);
            Bias.denseGradient(team, 7, 37, TestTensors.floats(dy), gradient).run();
            TestTensors.assertClose(expected, TestTensors.doubles(gradient, 37), 1e-6, "gradient");
        }
    }
}
