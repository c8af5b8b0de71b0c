package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementwiseTest {
    private static final long[] LENGTHS = {3, 17, 5, 7};

    @ParameterizedTest
    @EnumSource
    void everyFunctionAndItsDerivativeAgreeWithTheFormula(EltwiseFunction function) {
        try (Tensors t = new Tensors()) {
            double[] x = t.random(LENGTHS);
            double[] g = t.random(LENGTHS);
            MemoryDescriptor blocked = MemoryDescriptor.of(DataType.F32, Layout.NCHW16C, LENGTHS);
            Memory src = t.filled(blocked, x);
            Memory dst = t.empty(blocked);
            PrimitiveDescriptor forward = Eltwise.forward(function, 0.75f, 0.5f, blocked, blocked);
            t.run(forward, Map.of(Argument.SRC, src, Argument.DST, dst));
            DoubleUnaryOperator f = formula(function);
            Tensors.assertClose(Arrays.stream(x).map(f).toArray(), t.values(dst), 1e-6);

            PrimitiveDescriptor backward = Eltwise.backward(function, 0.75f, 0.5f, blocked, blocked, forward);
            Memory diff = t.filled(blocked, g);
            Argument source = Eltwise.derivativeSource(function);
            Memory read = source == Argument.DST ? dst : src;
            t.run(backward, Map.of(source, read, Argument.DIFF_DST, diff, Argument.DIFF_SRC, diff));
            double h = 1e-6;
            double[] expected = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                expected[i] = g[i] * (f.applyAsDouble(x[i] + h) - f.applyAsDouble(x[i] - h)) / (2 * h);
            }
            Tensors.assertClose(expected, t.values(diff), 1e-5);
        }
    }

    private static DoubleUnaryOperator formula(EltwiseFunction function) {
        return switch (function) {
            case RELU, RELU_FROM_DST -> x -> x > 0 ? x : 0.75 * x;
            case TANH, TANH_FROM_DST -> Math::tanh;
            case ELU, ELU_FROM_DST -> x -> x > 0 ? x : 0.75 * Math.expm1(x);
            case LINEAR -> x -> 0.75 * x + 0.5;
            case LOGISTIC, LOGISTIC_FROM_DST -> x -> 1 / (1 + Math.exp(-x));
        };
    }

    @Test
    void binaryAddsAndMultipliesWithRepeatedAxes() {
        try (Tensors t = new Tensors()) {
            double[] a = t.random(3, 17, 5, 7);
            double[] b = t.random(1, 17, 1, 1);
            for (Binary.Kind kind : Binary.Kind.values()) {
                PrimitiveDescriptor add = Binary.of(
                        kind,
                        Tensors.plain(LENGTHS),
                        Tensors.plain(1, 17, 1, 1),
                        Tensors.plain(LENGTHS),
                        Attributes.NONE);
                Memory dst = t.empty(Tensors.plain(LENGTHS));
                Memory src = t.filled(Tensors.plain(LENGTHS), a);
                Memory src1 = t.filled(Tensors.plain(1, 17, 1, 1), b);
                t.run(add, Map.of(Argument.SRC, src, Argument.SRC_1, src1, Argument.DST, dst));
                double[] expected = new double[a.length];
                for (int i = 0; i < a.length; i++) {
                    double other = b[i / 35 % 17];
                    expected[i] = kind == Binary.Kind.ADD ? a[i] + other : a[i] * other;
                }
                Tensors.assertClose(expected, t.values(dst), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void matmulMultipliesInF32AndWithBf16Operands(DataType type) {
        assumeTrue(
                OneDnn.trainsIn(type),
                () -> type + " is not among what oneDNN computes with " + OneDnn.instructionSet());
        try (Tensors t = new Tensors()) {
            double[] a = t.random(7, 33);
            double[] b = t.random(33, 5);
            double[] expected = new double[35];
            for (int p = 0; p < 7 * 33 * 5; p++) {
                expected[p / (33 * 5) * 5 + p % 5] += a[p / 5] * b[p % (33 * 5)];
            }
            MemoryDescriptor left = MemoryDescriptor.of(type, Layout.ROWS, 7, 33);
            MemoryDescriptor right = MemoryDescriptor.of(type, Layout.ROWS, 33, 5);
            PrimitiveDescriptor product = MatMul.of(left, right, null, Tensors.plain(7, 5), Attributes.NONE);
            Memory dst = t.empty(Tensors.plain(7, 5));
            t.run(
                    product,
                    Map.of(Argument.SRC, t.filled(left, a), Argument.WEIGHTS, t.filled(right, b), Argument.DST, dst));
            Tensors.assertClose(expected, t.values(dst), type == DataType.F32 ? 1e-5 : 0.05);
        }
    }

    @Test
    void reorderingToBf16RoundsToNearestEven() {
        try (Tensors t = new Tensors()) {
            MemoryDescriptor half = MemoryDescriptor.of(DataType.BF16, Layout.ROWS, 1, 3);
            double[] rounded = t.values(t.filled(half, new double[] {1 + 1.0 / 256, 1 + 3.0 / 256, 0.1}));
            assertEquals(1.0, rounded[0]);
            assertEquals(1 + 4.0 / 256, rounded[1]);
            assertEquals(0.10009765625, rounded[2]);
        }
    }
}
