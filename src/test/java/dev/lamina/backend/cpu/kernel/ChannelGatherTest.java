package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelGatherTest {
    @ParameterizedTest
    @ValueSource(strings = {"16 32 16", "5 20 3 16", "33", "1 1 1 40", "24 24"})
    void concatenationAndItsSlicesKeepEveryValue(String channels) {
        for (int[] pixels : new int[][] {{1, 1}, {5, 7}, {3, 200}}) {
            for (Precision precision : Precision.values()) {
                for (Team team : TestTensors.teams()) {
                    concatenate(channels, pixels[0], pixels[1], precision, team);
                }
            }
        }
    }

    private static void concatenate(String channels, int h, int w, Precision precision, Team team) {
        List<BlockedTensor> inputs = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        int total = 0;
        for (String count : channels.split(" ")) {
            BlockedShape shape = new BlockedShape(3, Integer.parseInt(count), h, w);
            double[] x = TestTensors.normal("x" + inputs.size(), TestTensors.elements(shape));
            inputs.add(TestTensors.blocked(shape, precision, x));
            values.add(x);
            total += shape.channels();
        }
        BlockedTensor out = dirty(new BlockedShape(3, total, h, w), precision);
        ChannelGather.concatenate(team, inputs, out).run();
        TestTensors.assertPaddingIsZero(out);
        double[] result = TestTensors.plain(out);
        int first = 0;
        for (int i = 0; i < inputs.size(); i++) {
            BlockedShape shape = inputs.get(i).shape();
            int size = shape.channels() * h * w;
            for (int n = 0; n < 3; n++) {
                for (int k = 0; k < size; k++) {
                    double expected = values.get(i)[n * size + k];
                    double actual = result[(n * total + first) * h * w + k];
                    if (expected != actual) {
                        throw new AssertionError("input %d, example %d, element %d".formatted(i, n, k));
                    }
                }
            }
            BlockedTensor slice = dirty(shape, precision);
            ChannelGather.slice(team, out, first, slice).run();
            assertArrayEquals(values.get(i), TestTensors.plain(slice));
            TestTensors.assertPaddingIsZero(slice);
            first += shape.channels();
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 32, 32, 32", "16, 32, 5, 7", "32, 64, 1, 1", "6, 10, 3, 300", "8, 40, 2, 2"})
    void shortcutSubsamplesAndPadsAndItsGradientGoesBack(int in, int out, int h, int w) {
        for (Precision precision : Precision.values()) {
            for (Team team : TestTensors.teams()) {
                shortcut(in, out, h, w, precision, team);
            }
        }
    }

    private static void shortcut(int in, int out, int h, int w, Precision precision, Team team) {
        BlockedShape from = new BlockedShape(3, in, h, w);
        BlockedShape to = new BlockedShape(3, out, (h + 1) / 2, (w + 1) / 2);
        double[] x = TestTensors.normal("x", TestTensors.elements(from));
        double[] dy = TestTensors.normal("dy", TestTensors.elements(to));
        BlockedTensor xs = TestTensors.blocked(from, precision, x);
        BlockedTensor dys = TestTensors.blocked(to, precision, dy);
        double[] y = new double[dy.length];
        double[] dx = new double[x.length];
        int front = (out - in) / 2;
        for (int n = 0; n < 3; n++) {
            for (int c = 0; c < in; c++) {
                for (int row = 0; row < to.height(); row++) {
                    for (int column = 0; column < to.width(); column++) {
                        int i = ((n * in + c) * h + 2 * row) * w + 2 * column;
                        int o = ((n * out + c + front) * to.height() + row) * to.width() + column;
                        y[o] = x[i];
                        dx[i] = dy[o];
                    }
                }
            }
        }
        BlockedTensor ys = dirty(to, precision);
        ChannelGather.shortcut(team, xs, ys, 2).run();
        assertArrayEquals(y, TestTensors.plain(ys));
        TestTensors.assertPaddingIsZero(ys);
        BlockedTensor dxs = dirty(from, precision);
        ChannelGather.shortcutBackward(team, dys, dxs, 2).run();
        assertArrayEquals(dx, TestTensors.plain(dxs));
        TestTensors.assertPaddingIsZero(dxs);
    }

    /** A tensor whose every element, padding included, holds something from before. */
    private static BlockedTensor dirty(BlockedShape shape, Precision precision) {
        BlockedTensor tensor = TestTensors.zeros(shape, precision);
        tensor.memory().fill((byte) 1);
        return tensor;
    }

    @Test
    void aRangeOutsideIsRefused() {
        BlockedTensor a = TestTensors.zeros(new BlockedShape(1, 3, 2, 2), Precision.FLOAT32);
        BlockedTensor b = TestTensors.zeros(new BlockedShape(1, 5, 2, 2), Precision.FLOAT32);
        assertThrows(IllegalArgumentException.class, () -> ChannelGather.slice(Team.inline(), b, 3, a));
    }
}
