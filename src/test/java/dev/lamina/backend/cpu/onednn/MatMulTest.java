package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatMulTest {
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
            PrimitiveDescriptor product = MatMul.of(left, right, Tensors.plain(7, 5), Attributes.NONE);
            Memory dst = t.empty(Tensors.plain(7, 5));
            t.run(
                    product,
                    Map.of(Argument.SRC, t.filled(left, a), Argument.WEIGHTS, t.filled(right, b), Argument.DST, dst));
            Tensors.assertClose(expected, t.values(dst), type == DataType.F32 ? 1e-5 : 0.05);
        }
    }

    @Test
    void theResultCanBeAddedToTheDestination() {
        try (Tensors t = new Tensors()) {
            MemoryDescriptor column = Tensors.plain(4, 1);
            MemoryDescriptor number = Tensors.plain(1, 1);
            PrimitiveDescriptor product = MatMul.of(column, number, column, Attributes.ADD_TO_DESTINATION);
            Memory dst = t.filled(column, new double[] {10, -10, 1, 0});
            t.run(
                    product,
                    Map.of(
                            Argument.SRC, t.filled(column, new double[] {1, 2, 3, -4}),
                            Argument.WEIGHTS, t.filled(number, new double[] {2}),
                            Argument.DST, dst));
            Tensors.assertClose(new double[] {12, -6, 7, -8}, t.values(dst), 0);
        }
    }
}
