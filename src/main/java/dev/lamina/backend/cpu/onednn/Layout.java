package dev.lamina.backend.cpu.onednn;

/**
 * How a tensor's elements lie in memory, with oneDNN's codes (dnnl_format_tag_t). Letters name logical axes in order;
 * "16c" is an innermost block of 16 channels.
 */
public enum Layout {
    /** Let the implementation choose. */
    ANY(1),
    VECTOR(2),
    ROWS(3),
    COLUMNS(14),
    NCHW(5),
    GOIHW(6),
    NHWC(22),
    NCHW4C(84),
    NCHW8C(102),
    NCHW16C(78),
    HWIO(28),
    OIHW4I4O(88),
    OIHW16I16O(79),
    OIHW16O16I(75),
    OIHW8I8O(107),
    OIHW8O8I(100);

    final int code;

    Layout(int code) {
        this.code = code;
    }

    /** The row-major layout of a tensor of this rank, 1 to 5. */
    public static Layout plain(int rank) {
        return switch (rank) {
            case 1 -> VECTOR;
            case 2 -> ROWS;
            case 4 -> NCHW;
            case 5 -> GOIHW;
            default -> throw new IllegalArgumentException("no plain layout of rank " + rank);
        };
    }

    /** The layout of a convolution's weights in blocks of 4, 8 or 16 inputs × as many outputs, outputs side by side. */
    public static Layout blockedWeights(int channels) {
        return switch (channels) {
            case 4 -> OIHW4I4O;
            case 8 -> OIHW8I8O;
            case 16 -> OIHW16I16O;
            default -> throw new IllegalArgumentException("no layout with blocks of " + channels + " channels");
        };
    }

    /** The layout of activations in blocks of 4, 8 or 16 channels. */
    public static Layout blocked(int channels) {
        return switch (channels) {
            case 4 -> NCHW4C;
            case 8 -> NCHW8C;
            case 16 -> NCHW16C;
            default -> throw new IllegalArgumentException("no layout with blocks of " + channels + " channels");
        };
    }
}
