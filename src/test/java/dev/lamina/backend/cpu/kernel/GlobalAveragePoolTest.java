package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalAveragePoolTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 1, 1", "3, 20, 5, 7", "3, 16, 32, 32"})
    void meansAndTheirGradientMatchPlainLoops(int n, int c, int h, int w) {
        BlockedShape shape = new BlockedShape(n, c, h, w);
        for (Precision precision : Precision.values()) {
            for (Team team : TestTensors.teams()) {
                double[] x = TestTensors.normal("x", TestTensors.elements(shape));
                BlockedTensor in = TestTensors.blocked(shape, precision, x);
                double[] dy = TestTensors.normal("dy", (long) n * c);
                double[] mean = new double[n * c];
                double[] dx = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    mean[i / shape.pixels()] += x[i] / shape.pixels();
                    dx[i] = dy[i / shape.pixels()] / shape.pixels();
                }
                MemorySegment y = TestTensors.floats(new double[n * c]);
                GlobalAveragePool.forward(team, in, y).run();
                TestTensors.assertClose(mean, TestTensors.doubles(y, n * c), 1e-6, "y");
                BlockedTensor gradient = TestTensors.zeros(shape, precision);
                gradient.memory().fill((byte) 1);
                GlobalAveragePool.backward(team, TestTensors.floats(dy), gradient)
                        .run();
                double tolerance = precision == Precision.FLOAT32 ? 1e-6 : 4e-3;
                TestTensors.assertClose(dx, TestTensors.plain(gradient), tolerance, "dx");
                TestTensors.assertPaddingIsZero(gradient);
            }
        }
    }
}
