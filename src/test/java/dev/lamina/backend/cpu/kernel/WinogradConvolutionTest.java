package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinogradConvolutionTest {
    /** Rounding grows with the root of the number of summed channels; measured 2.3e-7·√C at C = 256. */
    private static double tolerance(int channels) {
        return 1e-6 + 3e-7 * Math.sqrt(channels);
    }

    /** One convolution with all its operands; weights plain are [K][C][3][3]. */
    private record Case(BlockedShape in, BlockedShape out, double[] x, double[] w, double[] dy) {
        static Case of(int n, int c, int k, int h, int w) {
            BlockedShape in = new BlockedShape(n, c, h, w);
            BlockedShape out = new BlockedShape(n, k, h, w);
            double[] weights = TestTensors.normal("w", (long) k * c * 9);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (weights[i] * Math.sqrt(2.0 / (9 * c)));
            }
            return new Case(
                    in,
                    out,
                    TestTensors.normal("x", TestTensors.elements(in)),
                    weights,
                    TestTensors.normal("dy", TestTensors.elements(out)));
        }

        int weightIndex(int o, int i, int tap) {
            int block = o / Lanes.COUNT * in.blocks() + i / Lanes.COUNT;
            return ((block * 9 + tap) * Lanes.COUNT + i % Lanes.COUNT) * Lanes.COUNT + o % Lanes.COUNT;
        }

        MemorySegment blockedWeights() {
            double[] blocked = new double[in.paddedChannels() * out.paddedChannels() * 9];
            for (int o = 0; o < out.channels(); o++) {
                for (int i = 0; i < in.channels(); i++) {
                    for (int tap = 0; tap < 9; tap++) {
                        blocked[weightIndex(o, i, tap)] = w[(o * in.channels() + i) * 9 + tap];
                    }
                }
            }
            return TestTensors.floats(blocked);
        }

        double[] plainWeights(MemorySegment memory) {
            double[] blocked = TestTensors.doubles(memory, in.paddedChannels() * out.paddedChannels() * 9);
            double[] plain = new double[w.length];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = blocked[weightIndex(i / 9 / in.channels(), i / 9 % in.channels(), i % 9)];
            }
            return plain;
        }

        /** Calls the visitor with the plain indices (x, w, y) of every product of the convolution. */
        void visit(Visitor visitor) {
            int height = in.height();
            int width = in.width();
            for (int n = 0; n < in.batch(); n++) {
                for (int o = 0; o < out.channels(); o++) {
                    for (int i = 0; i < in.channels(); i++) {
                        for (int tap = 0; tap < 9; tap++) {
                            for (int row = 0; row < height; row++) {
                                for (int column = 0; column < width; column++) {
                                    int r = row + tap / 3 - 1;
                                    int s = column + tap % 3 - 1;
                                    if (r >= 0 && r < height && s >= 0 && s < width) {
                                        visitor.product(
                                                ((n * in.channels() + i) * height + r) * width + s,
                                                (o * in.channels() + i) * 9 + tap,
                                                ((n * out.channels() + o) * height + row) * width + column);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private interface Visitor {
        void product(int x, int w, int y);
    }

    @ParameterizedTest(name = "N={0} C={1} K={2} {3}×{4}")
    @CsvSource({
        "1, 16, 16, 4, 4",
        "3, 16, 16, 32, 32",
        "2, 3, 20, 8, 8",
        "5, 32, 48, 5, 7",
        "3, 64, 64, 8, 4",
        "1, 40, 64, 1, 1",
        "2, 64, 128, 2, 2",
        "7, 256, 256, 4, 4",
        "3, 320, 256, 6, 5"
    })
    void allThreeDirectionsMatchPlainLoopsInDouble(int n, int c, int k, int h, int w) {
        Case a = Case.of(n, c, k, h, w);
        double[] y = new double[TestTensors.elements(a.out)];
        double[] dx = new double[TestTensors.elements(a.in)];
        double[] dw = new double[a.w.length];
        a.visit((i, j, o) -> {
            y[o] += a.x[i] * a.w[j];
            dx[i] += a.dy[o] * a.w[j];
            dw[j] += a.x[i] * a.dy[o];
        });
        for (Team team : TestTensors.teams()) {
            Result result = run(a, team, new WinogradScratch(team));
            String name = "team of " + team.size();
            assertNear(y, TestTensors.plain(result.y), c, name + " forward");
            assertNear(dx, TestTensors.plain(result.dx), k, name + " backward data");
            assertNear(dw, a.plainWeights(result.dw), n * h * w, name + " backward weights");
            TestTensors.assertPaddingIsZero(result.y);
            TestTensors.assertPaddingIsZero(result.dx);
        }
    }

    /** Tiles cut and whole, channels padded and not, every kind of what the gradient meets. */
    @ParameterizedTest(name = "N={0} C={1} K={2} {3}×{4}")
    @CsvSource({"2, 3, 20, 8, 8", "5, 32, 48, 5, 7", "7, 256, 256, 4, 4"})
    void backwardDataComputesWhatItMeetsAlong(int n, int c, int k, int h, int w) {
        Case a = Case.of(n, c, k, h, w);
        BlockedTensor dy = TestTensors.blocked(a.out, Precision.FLOAT32, a.dy);
        BlockedTensor z = TestTensors.blocked(a.in, Precision.FLOAT32, a.x);
        BlockedTensor other =
                TestTensors.blocked(a.in, Precision.FLOAT32, TestTensors.normal("other", TestTensors.elements(a.in)));
        for (Team team : TestTensors.teams()) {
            WinogradConvolution convolution = new WinogradConvolution(team, new WinogradScratch(team), a.in, a.out);
            BlockedTensor dx = TestTensors.zeros(a.in, Precision.FLOAT32);
            convolution.backwardData(dy, a.blockedWeights(), dx).run();
            PassBits bits = new PassBits(a.in, Arena.ofAuto().allocate(PassBits.bytes(a.in), 64));
            bits.take(team, z).run();
            for (Optional<BlockedTensor> addend : List.of(Optional.<BlockedTensor>empty(), Optional.of(other))) {
                for (Optional<PassBits> passed : List.of(Optional.<PassBits>empty(), Optional.of(bits))) {
                    GatedSum next = new GatedSum(addend, passed);
                    BlockedTensor along = TestTensors.zeros(a.in, Precision.FLOAT32);
                    convolution
                            .backwardData(dy, a.blockedWeights(), along, next)
                            .run();
                    BlockedTensor after = TestTensors.zeros(a.in, Precision.FLOAT32);
                    next.launch(team, dx, after).run();
                    for (int i = 0; i < a.in.elements(); i++) {
                        float sum = dx.get(i) + (addend.isPresent() ? other.get(i) : 0);
                        float expected = passed.isEmpty() || z.get(i) > 0 ? sum : 0;
                        assertEquals(expected, along.get(i), "along, element " + i);
                        assertEquals(expected, after.get(i), "after, element " + i);
                    }
                }
            }
        }
    }

    private static void assertNear(double[] expected, double[] actual, int summed, String what) {
        double error = TestTensors.relativeRms(expected, actual);
        assertTrue(error < tolerance(summed), what + ": relative error " + error);
    }

    @ParameterizedTest(name = "N={0} C={1} K={2} {3}×{4}")
    @CsvSource({"3, 32, 48, 8, 8", "7, 256, 256, 4, 4"})
    void twoRunsOfOneTeamSizeAreBitIdentical(int n, int c, int k, int h, int w) {
        Case a = Case.of(n, c, k, h, w);
        Team team = TestTensors.two();
        WinogradScratch scratch = new WinogradScratch(team);
        Result first = run(a, team, scratch);
        run(Case.of(2, 64, 64, 12, 12), team, scratch); // leaves other values behind in the scratch memory
        Result second = run(a, team, scratch);
        assertArrayEquals(TestTensors.bytes(first.y.memory()), TestTensors.bytes(second.y.memory()));
        assertArrayEquals(TestTensors.bytes(first.dx.memory()), TestTensors.bytes(second.dx.memory()));
        assertArrayEquals(TestTensors.bytes(first.dw), TestTensors.bytes(second.dw));
    }

    @ParameterizedTest(name = "N={0} C={1} K={2} {3}×{4}")
    @CsvSource({"3, 32, 48, 8, 8", "7, 256, 256, 4, 4"})
    void whatIsReservedAheadIsWhatRunningTakes(int n, int c, int k, int h, int w) {
        Case a = Case.of(n, c, k, h, w);
        Team team = TestTensors.two();
        WinogradScratch scratch = new WinogradScratch(team);
        assertEquals(0, scratch.memoryBytes());
        WinogradConvolution convolution = new WinogradConvolution(team, scratch, a.in, a.out);
        convolution.reserveForward();
        convolution.reserveBackwardData();
        convolution.reserveBackwardWeights();
        long reserved = scratch.memoryBytes();
        assertTrue(reserved > 4L * 36 * c, "at least the points of one tile: " + reserved);
        assertEquals(0, scratch.shared().length, "nothing is allocated yet");
        run(a, team, scratch);
        assertEquals(reserved, scratch.memoryBytes());
    }

    private record Result(BlockedTensor y, BlockedTensor dx, MemorySegment dw) {}

    private static Result run(Case a, Team team, WinogradScratch scratch) {
        WinogradConvolution convolution = new WinogradConvolution(team, scratch, a.in, a.out);
        BlockedTensor x = TestTensors.blocked(a.in, Precision.FLOAT32, a.x);
        BlockedTensor dy = TestTensors.blocked(a.out, Precision.FLOAT32, a.dy);
        BlockedTensor y = TestTensors.zeros(a.out, Precision.FLOAT32);
        BlockedTensor dx = TestTensors.zeros(a.in, Precision.FLOAT32);
        MemorySegment w = a.blockedWeights();
        MemorySegment dw = TestTensors.floats(new double[(int) convolution.weightElements()]);
        convolution.forward(x, w, y).run();
        convolution.backwardData(dy, w, dx).run();
        convolution.backwardWeights(x, dy, dw).run();
        return new Result(y, dx, dw);
    }
}
