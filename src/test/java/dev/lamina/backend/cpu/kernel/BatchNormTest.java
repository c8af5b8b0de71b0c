package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchNormTest {
    private static final double EPSILON = 1e-5;
    private static final float MOMENTUM = 0.1f;

    private static final List<BlockedShape> SHAPES = List.of(
            new BlockedShape(3, 16, 5, 7),
            new BlockedShape(3, 20, 5, 7),
            new BlockedShape(2, 3, 32, 32),
            new BlockedShape(5, 40, 1, 1),
            new BlockedShape(1, 33, 9, 16));

    static Stream<Arguments> cases() {
        return SHAPES.stream()
                .flatMap(shape -> PlainActivation.all(shape.channels()).stream()
                        .flatMap(a -> Stream.of(Precision.FLOAT32, Precision.BFLOAT16)
                                .map(precision -> Arguments.of(shape, a, precision))));
    }

    /** The operands of one case; tensors share one precision. */
    private static final class Operands {
        final BlockedShape shape;
        final Precision precision;
        final double[] x;
        final double[] residual;
        final double[] dy;
        final double[] second;
        final double[] addend;
        final double[] gamma;
        final double[] beta;
        final BatchNorm.Affine affine;
        final BatchNorm.Affine gradient;
        final BatchNorm.Running running;
        final BlockedTensor xTensor;
        final BlockedTensor residualTensor;
        final BlockedTensor dyTensor;
        final BlockedTensor secondTensor;
        final BlockedTensor addendTensor;

        Operands(BlockedShape shape, Precision precision) {
            this.shape = shape;
            this.precision = precision;
            int n = TestTensors.elements(shape);
            x = TestTensors.normal("x", n);
            residual = TestTensors.normal("residual", n);
            dy = TestTensors.normal("dy", n);
            second = TestTensors.normal("second", n);
            addend = TestTensors.normal("addend", n);
            gamma = TestTensors.normal("gamma", shape.channels());
            beta = TestTensors.normal("beta", shape.channels());
            affine = new BatchNorm.Affine(TestTensors.perChannel(shape, gamma), TestTensors.perChannel(shape, beta));
            gradient = new BatchNorm.Affine(zeros(), zeros());
            double[] ones = new double[shape.channels()];
            Arrays.fill(ones, 1);
            running = new BatchNorm.Running(zeros(), TestTensors.perChannel(shape, ones), MOMENTUM);
            xTensor = TestTensors.blocked(shape, precision, x);
            residualTensor = TestTensors.blocked(shape, precision, residual);
            dyTensor = TestTensors.blocked(shape, precision, dy);
            secondTensor = TestTensors.blocked(shape, precision, second);
            addendTensor = TestTensors.blocked(shape, precision, addend);
        }

        MemorySegment zeros() {
            return TestTensors.perChannel(shape, new double[shape.channels()]);
        }

        BlockedTensor result() {
            return TestTensors.zeros(shape, precision);
        }

        double tolerance() {
            return precision == Precision.FLOAT32 ? 2e-5 : 2e-2;
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void trainingMatchesPlainLoopsInDouble(BlockedShape shape, PlainActivation activation, Precision precision) {
        for (Team team : TestTensors.teams()) {
            Operands o = new Operands(shape, precision);
            BatchNorm norm = new BatchNorm(team, shape, EPSILON, o.affine, activation.activation());
            PlainBatchNorm plain = new PlainBatchNorm(shape, EPSILON, o.gamma, o.beta, activation);
            plain.statistics(o.x);
            BlockedTensor y = o.result();
            new BatchNormForward(norm, o.xTensor, null, y).training(o.running).run();
            TestTensors.assertClose(plain.forward(o.x, null), TestTensors.plain(y), o.tolerance(), "y");
            TestTensors.assertPaddingIsZero(y);
            assertRunning(o, plain);
            BlockedTensor dx = o.result();
            new BatchNormBackward(norm, BatchNormGradients.of(o.xTensor, o.dyTensor, dx))
                    .training(o.gradient)
                    .run();
            plain.backward(o.x, o.dy, null, null, 1);
            assertGradients(o, plain, activation);
            TestTensors.assertClose(plain.dx, TestTensors.plain(dx), o.tolerance(), "dx");
            TestTensors.assertPaddingIsZero(dx);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void residualFormMatchesPlainLoopsInDouble(BlockedShape shape, PlainActivation activation, Precision precision) {
        for (Team team : TestTensors.teams()) {
            Operands o = new Operands(shape, precision);
            BatchNorm norm = new BatchNorm(team, shape, EPSILON, o.affine, activation.activation());
            PlainBatchNorm plain = new PlainBatchNorm(shape, EPSILON, o.gamma, o.beta, activation);
            plain.statistics(o.x);
            BlockedTensor y = o.result();
            new BatchNormForward(norm, o.xTensor, o.residualTensor, y)
                    .training(o.running)
                    .run();
            TestTensors.assertClose(plain.forward(o.x, o.residual), TestTensors.plain(y), o.tolerance(), "y");
            BlockedTensor dx = o.result();
            BlockedTensor dr = o.result();
            new BatchNormBackward(
                            norm,
                            BatchNormGradients.of(o.xTensor, o.dyTensor, dx)
                                    .withResidual(o.residualTensor, dr)
                                    .withSecondDy(o.secondTensor)
                                    .withAddend(o.addendTensor))
                    .training(o.gradient)
                    .run();
            plain.backward(o.x, o.dy, o.second, o.addend, 1);
            assertGradients(o, plain, activation);
            TestTensors.assertClose(plain.gradient, TestTensors.plain(dr), o.tolerance(), "residual gradient");
            TestTensors.assertClose(
                    plain.perSlope(plain.dx), plain.perSlope(TestTensors.plain(dx)), o.tolerance(), "dx");
            TestTensors.assertPaddingIsZero(dr);
            TestTensors.assertPaddingIsZero(dx);
        }
    }

    private static void assertRunning(Operands o, PlainBatchNorm plain) {
        for (int c = 0; c < o.shape.channels(); c++) {
            double unbiased = plain.variance[c] * (plain.count() > 1 ? plain.count() / (plain.count() - 1) : 1);
            double mean = TestTensors.doubles(o.running.mean(), o.shape.channels())[c];
            double variance = TestTensors.doubles(o.running.variance(), o.shape.channels())[c];
            assertEquals(MOMENTUM * plain.mean[c], mean, 1e-6, "running mean");
            assertEquals(1 - MOMENTUM + MOMENTUM * unbiased, variance, 1e-6, "running variance");
        }
    }

    private static void assertGradients(Operands o, PlainBatchNorm plain, PlainActivation activation) {
        int channels = o.shape.channels();
        double tolerance =
                1e-5 + 2e-6 * Math.sqrt(plain.count()); // terms of size 1 cancel; float32 in either precision
        TestTensors.assertClose(plain.dBeta, TestTensors.doubles(o.gradient.beta(), channels), tolerance, "dβ");
        TestTensors.assertClose(plain.dGamma, TestTensors.doubles(o.gradient.gamma(), channels), tolerance, "dγ");
        for (int p = 0; p < activation.trained(); p++) {
            TestTensors.assertClose(
                    plain.parameterGradient(p), activation.gradient(p), tolerance, "gradient of parameter " + p);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void testModeMatchesPlainLoopsInDouble(BlockedShape shape, PlainActivation activation, Precision precision) {
        Operands o = new Operands(shape, precision);
        Team team = TestTensors.two();
        BatchNorm norm = new BatchNorm(team, shape, EPSILON, o.affine, activation.activation());
        new BatchNormForward(norm, o.xTensor, null, o.result())
                .training(o.running)
                .run();
        PlainBatchNorm plain = new PlainBatchNorm(shape, EPSILON, o.gamma, o.beta, activation);
        for (int c = 0; c < shape.channels(); c++) {
            plain.mean[c] = TestTensors.doubles(o.running.mean(), shape.channels())[c];
            plain.variance[c] = TestTensors.doubles(o.running.variance(), shape.channels())[c];
        }
        BlockedTensor y = o.result();
        new BatchNormForward(norm, o.xTensor, o.residualTensor, y)
                .inference(o.running)
                .run();
        TestTensors.assertClose(plain.forward(o.x, o.residual), TestTensors.plain(y), o.tolerance(), "y");
        BlockedTensor dx = o.result();
        BlockedTensor dr = o.result();
        BatchNormGradients tensors =
                BatchNormGradients.of(o.xTensor, o.dyTensor, dx).withResidual(o.residualTensor, dr);
        new BatchNormBackward(norm, tensors).inference(o.running).run();
        plain.backward(o.x, o.dy, null, null, 0);
        TestTensors.assertClose(plain.gradient, TestTensors.plain(dr), o.tolerance(), "residual gradient");
        TestTensors.assertClose(plain.dx, TestTensors.plain(dx), o.tolerance(), "dx");
        TestTensors.assertPaddingIsZero(dx);
    }

    @Test
    void statisticsKeepTheirDigitsFarFromZeroAndOverManyPixels() {
        BlockedShape shape = new BlockedShape(128, 3, 32, 32);
        double[] x = TestTensors.normal("x", TestTensors.elements(shape));
        for (int i = 0; i < x.length; i++) {
            x[i] = 300 + x[i];
        }
        BlockedTensor tensor = TestTensors.blocked(shape, Precision.FLOAT32, x);
        Operands o = new Operands(new BlockedShape(1, 3, 1, 1), Precision.FLOAT32);
        BatchNorm norm = new BatchNorm(TestTensors.two(), shape, 0, o.affine, new Activation.Identity());
        new BatchNormForward(norm, tensor, null, TestTensors.zeros(shape, Precision.FLOAT32))
                .training(o.running)
                .run();
        PlainBatchNorm plain = new PlainBatchNorm(
                shape, 0, o.gamma, o.beta, PlainActivation.all(3).get(0));
        plain.statistics(x);
        for (int c = 0; c < 3; c++) {
            assertEquals(
                    plain.mean[c], TestTensors.doubles(norm.mean(), 3)[c], 3e-5, "mean: half a float32 unit at 300");
            double inverse = TestTensors.doubles(norm.inverseDeviation(), 3)[c];
            assertEquals(plain.inverse(c), inverse, 1e-6 * inverse, "1/deviation");
        }
    }

    @Test
    void tensorsMayShareMemoryAsDocumented() {
        BlockedShape shape = new BlockedShape(3, 20, 5, 7);
        for (Precision precision : Precision.values()) {
            for (PlainActivation activation : PlainActivation.all(20)) {
                Operands apart = new Operands(shape, precision);
                Operands same = new Operands(shape, precision);
                BlockedTensor dx = apart.result();
                BlockedTensor dr = apart.result();
                BatchNormGradients separate = BatchNormGradients.of(apart.xTensor, apart.dyTensor, dx)
                        .withResidual(apart.residualTensor, dr)
                        .withAddend(apart.addendTensor);
                BatchNormGradients shared = BatchNormGradients.of(same.xTensor, same.dyTensor, same.addendTensor)
                        .withResidual(same.residualTensor, same.dyTensor)
                        .withAddend(same.addendTensor);
                runBoth(apart, activation, separate);
                runBoth(same, activation, shared);
                assertArrayEquals(TestTensors.plain(dx), TestTensors.plain(same.addendTensor));
                assertArrayEquals(TestTensors.plain(dr), TestTensors.plain(same.dyTensor));
            }
        }
    }

    private static void runBoth(Operands o, PlainActivation activation, BatchNormGradients tensors) {
        BatchNorm norm = new BatchNorm(Team.inline(), o.shape, EPSILON, o.affine, activation.activation());
        new BatchNormForward(norm, o.xTensor, tensors.residual(), o.result())
                .training(o.running)
                .run();
        new BatchNormBackward(norm, tensors).training(o.gradient).run();
    }

    @Test
    void twoRunsOfOneTeamSizeAreBitIdentical() {
        BlockedShape shape = new BlockedShape(7, 40, 32, 32);
        Team team = TestTensors.two();
        byte[][] first = bits(shape, team);
        byte[][] second = bits(shape, team);
        for (int i = 0; i < first.length; i++) {
            assertArrayEquals(first[i], second[i], "result " + i);
        }
    }

    private static byte[][] bits(BlockedShape shape, Team team) {
        Operands o = new Operands(shape, Precision.FLOAT32);
        PlainActivation mpelu = PlainActivation.all(shape.channels()).get(6);
        BatchNorm norm = new BatchNorm(team, shape, EPSILON, o.affine, mpelu.activation());
        BlockedTensor y = o.result();
        BlockedTensor dx = o.result();
        new BatchNormForward(norm, o.xTensor, null, y).training(o.running).run();
        new BatchNormBackward(norm, BatchNormGradients.of(o.xTensor, o.dyTensor, dx))
                .training(o.gradient)
                .run();
        return new byte[][] {
            TestTensors.bytes(y.memory()),
            TestTensors.bytes(dx.memory()),
            TestTensors.bytes(o.gradient.gamma()),
            TestTensors.bytes(mpelu.gradientMemory(0)),
            TestTensors.bytes(mpelu.gradientMemory(1))
        };
    }

    @Test
    void aTensorOfAnotherShapeIsRefused() {
        Operands o = new Operands(new BlockedShape(2, 3, 4, 4), Precision.FLOAT32);
        BatchNorm norm = new BatchNorm(Team.inline(), o.shape, EPSILON, o.affine, new Activation.Relu());
        BlockedTensor other = TestTensors.zeros(new BlockedShape(2, 3, 4, 5), Precision.FLOAT32);
        assertThrows(
                IllegalArgumentException.class,
                () -> new BatchNormForward(norm, o.xTensor, null, other).training(o.running));
    }
}
