package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryDescriptorTest {
    @Test
    void equalContentIsEqualWhateverMadeIt() {
        MemoryDescriptor tagged = MemoryDescriptor.of(DataType.F32, Layout.NHWC, 2, 3, 4, 5);
        MemoryDescriptor strided =
                MemoryDescriptor.strided(DataType.F32, new long[] {2, 3, 4, 5}, new long[] {60, 1, 15, 3});
        assertEquals(tagged, strided);
        assertEquals(tagged.hashCode(), strided.hashCode());
        assertEquals(tagged, MemoryDescriptor.copyOf(tagged.handle()));
        assertNotEquals(tagged, MemoryDescriptor.of(DataType.BF16, Layout.NHWC, 2, 3, 4, 5));
        assertNotEquals(tagged, MemoryDescriptor.of(DataType.F32, Layout.NCHW, 2, 3, 4, 5));
    }

    @Test
    void sizesIncludeThePaddingOfBlocks() {
        assertEquals(2 * 3 * 4 * 5 * 4, Tensors.plain(2, 3, 4, 5).sizeBytes());
        assertEquals(
                2 * 16 * 4 * 5 * 4,
                MemoryDescriptor.of(DataType.F32, Layout.NCHW16C, 2, 3, 4, 5).sizeBytes());
        assertEquals(
                2 * 8 * 4 * 5 * 2,
                MemoryDescriptor.of(DataType.BF16, Layout.NCHW8C, 2, 3, 4, 5).sizeBytes());
        assertEquals(0, Tensors.any(2, 3, 4, 5).sizeBytes());
    }

    @Test
    void textShowsTypeLengthsAndLayout() {
        assertEquals("f32 2×3×4×5 abcd", Tensors.plain(2, 3, 4, 5).toString());
        assertEquals(
                "bf16 2×3×4×5 acdb",
                MemoryDescriptor.of(DataType.BF16, Layout.NHWC, 2, 3, 4, 5).toString());
        assertEquals(
                "f32 2×3×4×5 aBcd16b",
                MemoryDescriptor.of(DataType.F32, Layout.NCHW16C, 2, 3, 4, 5).toString());
        assertEquals(
                "f32 32×16×3×3 ABcd16b16a",
                MemoryDescriptor.of(DataType.F32, Layout.OIHW16I16O, 32, 16, 3, 3)
                        .toString());
        assertEquals("f32 2×3 any", Tensors.any(2, 3).toString());
    }

    @Test
    void lengthsAndTypeComeBack() {
        MemoryDescriptor descriptor = MemoryDescriptor.of(DataType.U8, Layout.NCHW16C, 2, 3, 4, 5);
        assertArrayEquals(new long[] {2, 3, 4, 5}, descriptor.lengths());
        assertEquals(DataType.U8, descriptor.type());
        descriptor.lengths()[0] = 9;
        assertEquals(2, descriptor.lengths()[0]);
    }

    @Test
    void reorderingThereAndBackKeepsEveryValueAndZerosThePadding() {
        try (Tensors t = new Tensors()) {
            double[] values = t.random(2, 3, 5, 7);
            for (Layout layout : new Layout[] {Layout.NHWC, Layout.NCHW4C, Layout.NCHW8C, Layout.NCHW16C}) {
                Memory memory = t.filled(MemoryDescriptor.of(DataType.F32, layout, 2, 3, 5, 7), values);
                assertArrayEquals(values, t.values(memory), layout.toString());
            }
            Memory blocked = t.filled(MemoryDescriptor.of(DataType.F32, Layout.NCHW16C, 2, 3, 5, 7), values);
            assertEquals(0, blocked.segment().getAtIndex(java.lang.foreign.ValueLayout.JAVA_FLOAT, 3));
        }
    }

    @Test
    void aLaunchRefusesTheWrongLayoutAndAMissingArgument() {
        try (Tensors t = new Tensors()) {
            PrimitiveDescriptor reorder =
                    Reorder.of(Tensors.plain(2, 3), MemoryDescriptor.of(DataType.F32, Layout.COLUMNS, 2, 3));
            Memory rows = t.empty(Tensors.plain(2, 3));
            IllegalArgumentException wrong = assertThrows(
                    IllegalArgumentException.class,
                    () -> t.run(reorder, Map.of(Argument.SRC, rows, Argument.DST, rows)));
            assertEquals(
                    "expects f32 2×3 ba for DST, got f32 2×3 ab",
                    wrong.getMessage().substring(wrong.getMessage().indexOf("expects")));
            assertThrows(IllegalArgumentException.class, () -> t.run(reorder, Map.of(Argument.SRC, rows)));
            assertThrows(IllegalArgumentException.class, () -> new Memory(Tensors.plain(9, 9), rows.segment()));
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
