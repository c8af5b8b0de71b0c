package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tensor's lengths, element type and layout (dnnl_memory_desc_t): an immutable value compared by content. */
public final class MemoryDescriptor {
    private static final int QUERY_STRIDES = 14;
    private static final int QUERY_NDIMS = 256;
    private static final int QUERY_DIMS = 257;
    private static final int QUERY_DATA_TYPE = 258;
    private static final int QUERY_FORMAT_KIND = 262;
    private static final int QUERY_INNER_COUNT = 263;
    private static final int QUERY_INNER_BLOCKS = 264;
    private static final int QUERY_INNER_AXES = 265;
    private static final int FORMAT_ANY = 1;
    private static final int FORMAT_BLOCKED = 2;

    private final MemorySegment handle;
    private final long[] lengths;

    private MemoryDescriptor(MemorySegment handle) {
        this.handle = handle;
        this.lengths = lengths(QUERY_DIMS, queryInt(QUERY_NDIMS));
    }

    public static MemoryDescriptor of(DataType type, Layout layout, long... lengths) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            Functions.DESCRIPTOR_WITH_TAG.check(
                    type + " " + Arrays.toString(lengths) + " " + layout,
                    out,
                    lengths.length,
                    arena.allocateFrom(ValueLayout.JAVA_LONG, lengths),
                    type.code,
                    layout.code);
            return owning(out);
        }
    }

    /** A layout given by the distance, in elements, between neighbors along each axis. */
    public static MemoryDescriptor strided(DataType type, long[] lengths, long[] strides) {
        if (lengths.length != strides.length) {
            throw new IllegalArgumentException(lengths.length + " axes, " + strides.length + " strides");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            Functions.DESCRIPTOR_WITH_STRIDES.check(
                    type + " " + Arrays.toString(lengths) + " strides " + Arrays.toString(strides),
                    out,
                    lengths.length,
                    arena.allocateFrom(ValueLayout.JAVA_LONG, lengths),
                    type.code,
                    arena.allocateFrom(ValueLayout.JAVA_LONG, strides));
            return owning(out);
        }
    }

    /** A copy of a descriptor that belongs to a primitive descriptor. */
    static MemoryDescriptor copyOf(MemorySegment borrowed) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            Functions.DESCRIPTOR_CLONE.check("", out, borrowed);
            return owning(out);
        }
    }

    private static MemoryDescriptor owning(MemorySegment out) {
        return new MemoryDescriptor(Functions.owned(out, Arena.ofAuto(), Functions.DESCRIPTOR_DESTROY));
    }

    MemorySegment handle() {
        return handle;
    }

    public long[] lengths() {
        return lengths.clone();
    }

    public DataType type() {
        return DataType.ofCode(queryInt(QUERY_DATA_TYPE));
    }

    /** Bytes a tensor takes, block padding included; 0 for {@link Layout#ANY}. */
    public long sizeBytes() {
        return Functions.DESCRIPTOR_SIZE.asLong(handle);
    }

    private int queryInt(int what) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.JAVA_INT);
            Functions.DESCRIPTOR_QUERY.check("", handle, what, out);
            return out.get(ValueLayout.JAVA_INT, 0);
        }
    }

    private long[] lengths(int what, int count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            Functions.DESCRIPTOR_QUERY.check("", handle, what, out);
            return out.get(ValueLayout.ADDRESS, 0).reinterpret(8L * count).toArray(ValueLayout.JAVA_LONG);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryDescriptor that
                && (handle.equals(that.handle) || Functions.DESCRIPTOR_EQUAL.asInt(handle, that.handle) != 0);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** Type, lengths and layout in oneDNN's letters, as in "f32 128×64×32×32 aBcd16b". */
    @Override
    public String toString() {
        if (lengths.length == 0) {
            return "nothing";
        }
        String text = type().name().toLowerCase(Locale.ROOT) + " "
                + Arrays.stream(lengths).mapToObj(Long::toString).collect(Collectors.joining("×"));
        return switch (queryInt(QUERY_FORMAT_KIND)) {
            case FORMAT_ANY -> text + " any";
            case FORMAT_BLOCKED -> text + " " + layout();
            default -> text + " opaque";
        };
    }

    private String layout() {
        int inner = queryInt(QUERY_INNER_COUNT);
        return DescriptorText.of(
                lengths(QUERY_STRIDES, lengths.length),
                lengths(QUERY_INNER_BLOCKS, inner),
                lengths(QUERY_INNER_AXES, inner));
    }
}
