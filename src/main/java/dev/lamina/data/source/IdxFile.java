package dev.lamina.data.source;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The IDX format: a big-endian magic number (0, 0, type, rank), the lengths of the axes, then the values.
 * Source: http://yann.lecun.com/exdb/mnist/, "The IDX file format". Type 8 is unsigned byte, the only one read here.
 * Whether it is packed with gzip is seen from its first bytes: programs that unpack a file often leave its name as it was.
 */
record IdxFile(DataCard card, SourceFile file) {
    private static final int LABELS_MAGIC = 0x0801;
    /** The longest of the files that are read here has 47 MB. */
    static final int LIMIT_BYTES = 64 << 20;

    private static final int IMAGES_MAGIC = 0x0803;

    /** The images' bytes, each [rows·columns] of the given size. */
    byte[][] images(int rows, int columns) {
        ByteBuffer content = body(IMAGES_MAGIC, "data.otherImagesMagic");
        int count = content.getInt();
        int fileRows = content.getInt();
        int fileColumns = content.getInt();
        if (fileRows != rows || fileColumns != columns) {
            throw file.damaged(card, Message.of("data.otherImageSize", fileRows, fileColumns, rows, columns));
        }
        checkLength(content, (long) count * rows * columns);
        byte[][] images = new byte[count][rows * columns];
        for (byte[] image : images) {
            content.get(image);
        }
        return images;
    }

    int[] labels(int classes) {
        ByteBuffer content = body(LABELS_MAGIC, "data.otherLabelsMagic");
        int count = content.getInt();
        checkLength(content, count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = content.get() & 0xff;
            if (labels[i] >= classes) {
                throw file.damaged(card, Message.of("data.labelOutside", i + 1, labels[i], 0, classes - 1));
            }
        }
        return labels;
    }

    /**
     * The content after the magic number.
     * @param otherKey of what is said of another number
     */
    private ByteBuffer body(int magic, String otherKey) {
        ByteBuffer content = ByteBuffer.wrap(unpacked());
        int rank = magic & 0xff;
        if (content.remaining() < Integer.BYTES * (1 + rank)) {
            throw file.damaged(card, Message.of("data.cutIdxHeader", content.remaining()));
        }
        int found = content.getInt();
        if (found != magic) {
            throw file.damaged(card, Message.of(otherKey, hex(found), hex(magic)));
        }
        return content;
    }

    private static String hex(int number) {
        return String.format("0x%08x", number);
    }

    private void checkLength(ByteBuffer content, long expected) {
        if (expected == 0) {
            throw file.damaged(card, Message.of("data.onlyHeader"));
        }
        if (expected < 0 || content.remaining() != expected) {
            throw file.damaged(card, Message.of("data.otherIdxLength", content.remaining(), expected));
        }
    }

    /** @throws BadInputException if it is packed and damaged, or too long */
    byte[] unpacked() {
        byte[] content = file.content();
        boolean namedPacked = file.path().toString().endsWith(".gz");
        boolean startsAsIdx = content.length > 1 && content[0] == 0 && content[1] == 0;
        if (namedPacked && !startsAsIdx && !isPacked(content)) {
            throw file.damaged(card, Message.of("data.noGzip"));
        }
        try {
            byte[] unpacked = unpacked(content);
            if (unpacked.length > LIMIT_BYTES) {
                throw file.damaged(card, Message.of("data.longUnpacked", LIMIT_BYTES));
            }
            return unpacked;
        } catch (EOFException e) {
            throw file.damaged(card, Message.of("data.cutGzip", content.length));
        } catch (ZipException e) {
            throw file.damaged(card, Message.of("data.damagedGzip", FileFault.reason(e)));
        } catch (IOException e) {
            throw file.damaged(card, Message.of("data.cannotUnpack", FileFault.reason(e)));
        }
    }

    /** The bytes, or what they hold if they are packed: at most one more than the limit. */
    static byte[] unpacked(byte[] content) throws IOException {
        if (!isPacked(content)) {
            return content;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content), 1 << 16)) {
            return stream.readNBytes(LIMIT_BYTES + 1);
        }
    }

    private static boolean isPacked(byte[] content) {
        return content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    }
}
