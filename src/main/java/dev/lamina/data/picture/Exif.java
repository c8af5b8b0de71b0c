package dev.lamina.data.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The orientation in a block of TIFF structure: what EXIF in a JPEG or PNG holds, and how a TIFF file begins. */
final class Exif {
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private Exif() {}

    static boolean begins(byte[] bytes, int at) {
        return Bytes.startsWith(bytes, at, "II*\0") || Bytes.startsWith(bytes, at, "MM\0*");
    }

    /** As the first directory has it; a block that makes no sense says nothing, the picture beside it may be whole. */
    static Orientation orientation(byte[] bytes, int from, int to) {
        if (!begins(bytes, from) || to - from < 8) {
            return Orientation.TOP_LEFT;
        }
        ByteBuffer block = ByteBuffer.wrap(bytes, from, to - from)
                .slice()
                .order(bytes[from] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = block.getInt(4);
        if (directory < 8 || directory > block.limit() - 2) {
            return Orientation.TOP_LEFT;
        }
        int entries = block.getShort(directory) & 0xffff;
        for (int i = 0; i < entries && directory + 2 + (i + 1) * ENTRY_BYTES <= block.limit(); i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((block.getShort(entry) & 0xffff) == ORIENTATION && block.getShort(entry + 2) == SHORT) {
                return Orientation.of(block.getShort(entry + 8) & 0xffff);
            }
        }
        return Orientation.TOP_LEFT;
    }
}
