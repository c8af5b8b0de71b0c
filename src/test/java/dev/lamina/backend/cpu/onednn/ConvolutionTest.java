package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.cpu.onednn.Geometry.Pair;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
    static Stream<PlainConvolution> cases() {
        Geometry uneven = new Geometry(new Pair(2, 1), new Pair(1, 2), new Pair(1, 0), new Pair(0, 2));
        return Stream.of(
                new PlainConvolution(2, 1, 3, 5, 7, 9, 3, 3, Geometry.square(1, 1)),
                new PlainConvolution(3, 1, 16, 32, 8, 8, 3, 3, Geometry.square(1, 1)),
                new PlainConvolution(2, 1, 17, 19, 9, 6, 3, 3, Geometry.square(2, 1)),
                new PlainConvolution(2, 1, 16, 16, 7, 7, 1, 1, Geometry.square(2, 0)),
                new PlainConvolution(1, 3, 6, 9, 8, 7, 3, 2, uneven),
                new PlainConvolution(2, 16, 16, 16, 6, 6, 3, 3, Geometry.square(1, 1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forwardAgreesWithThePlainLoop(PlainConvolution c) {
        try (Tensors t = new Tensors()) {
            double[] src = t.random(c.n(), c.ci(), c.h(), c.w());
            double[] weights = t.random(weightLengths(c));
            double[] bias = t.random(c.co());
            PrimitiveDescriptor forward = forward(c);
            Memory dst = t.empty(forward.expected(Argument.DST));
            t.run(
                    forward,
                    Map.of(
                            Argument.SRC, t.filled(forward.expected(Argument.SRC), src),
                            Argument.WEIGHTS, t.filled(forward.expected(Argument.WEIGHTS), weights),
                            Argument.BIAS, t.filled(forward.expected(Argument.BIAS), bias),
                            Argument.DST, dst));

            double[] expected = new double[c.n() * c.co() * c.outHeight() * c.outWidth()];
            c.each((s, w, d) -> expected[d] += src[s] * weights[w]);
            int plane = c.outHeight() * c.outWidth();
            for (int i = 0; i < expected.length; i++) {
                expected[i] += bias[i / plane % c.co()];
            }
            Tensors.assertClose(expected, t.values(dst), Tensors.sumTolerance());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardDataAgreesWithThePlainLoop(PlainConvolution c) {
        try (Tensors t = new Tensors()) {
            double[] weights = t.random(weightLengths(c));
            double[] diffDst = t.random(c.n(), c.co(), c.outHeight(), c.outWidth());
            PrimitiveDescriptor backward = Convolution.backwardData(
                    c.geometry(),
                    Tensors.any(c.n(), c.ci(), c.h(), c.w()),
                    Tensors.any(weightLengths(c)),
                    Tensors.any(c.n(), c.co(), c.outHeight(), c.outWidth()),
                    forward(c));
            Memory diffSrc = t.empty(backward.expected(Argument.DIFF_SRC));
            t.run(
                    backward,
                    Map.of(
                            Argument.DIFF_DST, t.filled(backward.expected(Argument.DIFF_DST), diffDst),
                            Argument.WEIGHTS, t.filled(backward.expected(Argument.WEIGHTS), weights),
                            Argument.DIFF_SRC, diffSrc));

            double[] expected = new double[c.n() * c.ci() * c.h() * c.w()];
            c.each((s, w, d) -> expected[s] += diffDst[d] * weights[w]);
            Tensors.assertClose(expected, t.values(diffSrc), Tensors.sumTolerance());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardWeightsAgreesWithThePlainLoop(PlainConvolution c) {
        try (Tensors t = new Tensors()) {
            double[] src = t.random(c.n(), c.ci(), c.h(), c.w());
            double[] diffDst = t.random(c.n(), c.co(), c.outHeight(), c.outWidth());
            PrimitiveDescriptor backward = Convolution.backwardWeights(
                    c.geometry(),
                    Tensors.any(c.n(), c.ci(), c.h(), c.w()),
                    Tensors.any(weightLengths(c)),
                    Tensors.plain(c.co()),
                    Tensors.any(c.n(), c.co(), c.outHeight(), c.outWidth()),
                    forward(c));
            Memory diffWeights = t.empty(backward.expected(Argument.DIFF_WEIGHTS));
            Memory diffBias = t.empty(backward.expected(Argument.DIFF_BIAS));
            t.run(
                    backward,
                    Map.of(
                            Argument.SRC,
                            t.filled(backward.expected(Argument.SRC), src),
                            Argument.DIFF_DST,
                            t.filled(backward.expected(Argument.DIFF_DST), diffDst),
                            Argument.DIFF_WEIGHTS,
                            diffWeights,
                            Argument.DIFF_BIAS,
                            diffBias));

            double[] expected = new double[Tensors.size(weightLengths(c))];
            c.each((s, w, d) -> expected[w] += src[s] * diffDst[d]);
            Tensors.assertClose(expected, t.values(diffWeights), 5e-5);
            double[] expectedBias = new double[c.co()];
            int plane = c.outHeight() * c.outWidth();
            for (int i = 0; i < diffDst.length; i++) {
                expectedBias[i / plane % c.co()] += diffDst[i];
            }
            Tensors.assertClose(expectedBias, t.values(diffBias), 5e-5);
        }
    }

    @Test
    void channelsInMultiplesOfSixteenGetTheBlockedLayout() {
        PrimitiveDescriptor forward = forward(new PlainConvolution(2, 1, 16, 32, 8, 8, 3, 3, Geometry.square(1, 1)));
        assertTrue(
                forward.expected(Argument.DST).toString().matches("f32 2×32×8×8 a[Bb]cd?b?.*"),
                () -> forward.expected(Argument.DST).toString());
    }

    @Test
    void anErrorNamesTheCallAndTheTensors() {
        OneDnnException e = assertThrows(
                OneDnnException.class,
                () -> Convolution.forward(
                        Geometry.square(1, 1),
                        Tensors.plain(1, 3, 8, 8),
                        Tensors.plain(4, 2, 3, 3),
                        null,
                        Tensors.plain(1, 4, 8, 8)));
        assertEquals(
                "dnnl_convolution_forward_primitive_desc_create: invalid arguments "
                        + "(f32 1×3×8×8 abcd * f32 4×2×3×3 abcd → f32 1×4×8×8 abcd)",
                e.getMessage());
    }

    private static PrimitiveDescriptor forward(PlainConvolution c) {
        return Convolution.forward(
                c.geometry(),
                Tensors.any(c.n(), c.ci(), c.h(), c.w()),
                Tensors.any(weightLengths(c)),
                Tensors.plain(c.co()),
                Tensors.any(c.n(), c.co(), c.outHeight(), c.outWidth()));
    }

    private static long[] weightLengths(PlainConvolution c) {
        return c.g() == 1
                ? new long[] {c.co(), c.ci(), c.kh(), c.kw()}
                : new long[] {c.g(), c.co() / c.g(), c.ci() / c.g(), c.kh(), c.kw()};
    }
}
