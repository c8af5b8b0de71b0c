package dev.lamina.backend.cpu.onednn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Descriptors in words: axes a, b, c … by falling stride, capital where blocked, then the inner blocks. */
final class DescriptorText {
    private static final int QUERY_STRIDES = 14;
    private static final int QUERY_FORMAT_KIND = 262;
    private static final int QUERY_INNER_COUNT = 263;
    private static final int QUERY_INNER_BLOCKS = 264;
    private static final int QUERY_INNER_AXES = 265;
    private static final int FORMAT_ANY = 1;
    private static final int FORMAT_BLOCKED = 2;

    private DescriptorText() {}

    static String of(MemoryDescriptor descriptor) {
        long[] lengths = descriptor.lengths();
        if (lengths.length == 0) {
            return "nothing";
        }
        String text = descriptor.type().name().toLowerCase(Locale.ROOT) + " "
                + Arrays.stream(lengths).mapToObj(Long::toString).collect(Collectors.joining("×"));
        return switch (descriptor.queryInt(QUERY_FORMAT_KIND)) {
            case FORMAT_ANY -> text + " any";
            case FORMAT_BLOCKED -> text + " " + letters(descriptor, lengths.length);
            default -> text + " opaque";
        };
    }

    private static String letters(MemoryDescriptor descriptor, int rank) {
        long[] strides = descriptor.lengths(QUERY_STRIDES, rank);
        int count = descriptor.queryInt(QUERY_INNER_COUNT);
        long[] blocks = descriptor.lengths(QUERY_INNER_BLOCKS, count);
        long[] axes = descriptor.lengths(QUERY_INNER_AXES, count);
        StringBuilder text = new StringBuilder();
        IntStream.range(0, rank)
                .boxed()
                .sorted(Comparator.comparingLong((Integer axis) -> -strides[axis]))
                .forEach(axis -> {
                    char letter = (char) ('a' + axis);
                    boolean blocked = Arrays.stream(axes).anyMatch(inner -> inner == axis);
                    text.append(blocked ? Character.toUpperCase(letter) : letter);
                });
        for (int i = 0; i < count; i++) {
            text.append(blocks[i]).append((char) ('a' + axes[i]));
        }
        return text.toString();
    }
}
