package dev.lamina.backend.cpu.onednn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Layouts in words: axes a, b, c … by falling stride, capital where blocked, then the inner blocks. */
final class DescriptorText {
    private DescriptorText() {}

    /**
     * @param strides of every axis
     * @param blocks lengths of the inner blocks, and in {@code axes} what each is of
     */
    static String of(long[] strides, long[] blocks, long[] axes) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, strides.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer axis) -> -strides[axis]))
                .forEach(axis -> {
                    char letter = (char) ('a' + axis);
                    boolean blocked = Arrays.stream(axes).anyMatch(inner -> inner == axis);
                    text.append(blocked ? Character.toUpperCase(letter) : letter);
                });
        for (int i = 0; i < blocks.length; i++) {
            text.append(blocks[i]).append((char) ('a' + axes[i]));
        }
        return text.toString();
    }
}
