package dev.lamina.data.source;

import dev.lamina.tensor.BadInputException;
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
        ByteBuffer content = body(IMAGES_MAGIC, "images");
        int count = content.getInt();
        int fileRows = content.getInt();
        int fileColumns = content.getInt();
        if (fileRows != rows || fileColumns != columns) {
            throw file.damaged(
                    card, "its images are " + fileRows + "×" + fileColumns + ", not " + rows + "×" + columns);
        }
        checkLength(content, (long) count * rows * columns);
        byte[][] images = new byte[count][rows * columns];
        for (byte[] image : images) {
            content.get(image);
        }
        return images;
    }

    int[] labels(int classes) {
        ByteBuffer content = body(LABELS_MAGIC, "labels");
        int count = content.getInt();
        checkLength(content, count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = content.get() & 0xff;
            if (labels[i] >= classes) {
                throw file.damaged(
                        card, "record " + (i + 1) + " has label " + labels[i] + ", outside 0 to " + (classes - 1));
            }
        }
        return labels;
    }

    /** The content after the magic number. */
    private ByteBuffer body(int magic, String what) {
        ByteBuffer content = ByteBuffer.wrap(unpacked());
        int rank = magic & 0xff;
        if (content.remaining() < Integer.BYTES * (1 + rank)) {
            throw file.damaged(card, "ends within the IDX header, after " + content.remaining() + " bytes");
        }
        int found = content.getInt();
        if (found != magic) {
            throw file.damaged(
                    card, String.format("starts with 0x%08x, IDX %s of bytes start with 0x%08x", found, what, magic));
        }
        return content;
    }

    private void checkLength(ByteBuffer content, long expected) {
        if (expected == 0) {
            throw file.damaged(card, "holds nothing but a header");
        }
        if (expected < 0 || content.remaining() != expected) {
            throw file.damaged(
                    card, "has " + content.remaining() + " bytes after the header, which promises " + expected);
        }
    }

    /** @throws BadInputException if it is packed and damaged, or too long */
    byte[] unpacked() {
        byte[] content = file.content();
        boolean namedPacked = file.path().toString().endsWith(".gz");
        boolean startsAsIdx = content.length > 1 && content[0] == 0 && content[1] == 0;
        if (namedPacked && !startsAsIdx && !isPacked(content)) {
            throw file.damaged(card, "is not a gzip file");
        }
        try {
            byte[] unpacked = unpacked(content);
            if (unpacked.length > LIMIT_BYTES) {
                throw file.damaged(card, "is longer than " + LIMIT_BYTES + " bytes when it is unpacked");
            }
            return unpacked;
        } catch (EOFException e) {
            throw file.damaged(card, "the gzip data ends too early, after " + content.length + " bytes");
        } catch (ZipException e) {
            throw file.damaged(card, "the gzip data is damaged (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw file.damaged(card, "cannot be unpacked (" + e.getMessage() + ")");
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
