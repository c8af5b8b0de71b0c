package dev.lamina.data.picture;

import dev.lamina.message.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG file's chunks (W3C, PNG third edition, 5). Only those are kept that samples hang on, and their checksums are
 * compared: the JDK's reader does not, and takes wrong ones for values.
 */
final class PngFile {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final String END = "IEND";

    /** PLTE is only advice where the pixels are no numbers of a palette; transparency is never read. */
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", END);

    private PngFile() {}

    static boolean begins(byte[] file) {
        return Bytes.startsWith(file, 0, SIGNATURE);
    }

    /** @throws PictureFault if the file ends before its last chunk, or a checksum is wrong */
    static EncodedPicture bare(byte[] file) throws PictureFault {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(file.length);
        bare.write(file, 0, SIGNATURE.length());
        Orientation orientation = Orientation.TOP_LEFT;
        String name = "";
        for (int at = SIGNATURE.length(); !name.equals(END); ) {
            long length = at + 8 <= file.length ? Bytes.signed32(file, at) & 0xffffffffL : Integer.MAX_VALUE;
            long next = at + 12L + length;
            if (next > file.length) {
                throw PictureFault.damaged(Message.of("data.cutPng", file.length));
            }
            name = name(file, at + 4);
            if (KEPT.contains(name)) {
                requireChecksum(file, at + 4, (int) next - 4, name);
                bare.write(file, at, (int) next - at);
            } else if (name.equals("eXIf")) {
                orientation = Exif.orientation(file, at + 8, (int) next - 4);
            }
            at = (int) next;
        }
        return new EncodedPicture(bare.toByteArray(), orientation, Inks.NONE);
    }

    private static String name(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static void requireChecksum(byte[] file, int from, int to, String name) throws PictureFault {
        CRC32 sum = new CRC32();
        sum.update(file, from, to - from);
        if ((int) sum.getValue() != Bytes.signed32(file, to)) {
            throw PictureFault.damaged(Message.of("data.pngChecksum", name));
        }
    }
}
