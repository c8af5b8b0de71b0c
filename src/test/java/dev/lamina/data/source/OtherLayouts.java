package dev.lamina.data.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes data as other programs do: Python's pickles of CIFAR, tar archives, NumPy archives. */
final class OtherLayouts {
    private static final int PIXELS = 3072;

    private OtherLayouts() {}

    /** The published form of a file of the binary version, as Python 2 wrote it. */
    static byte[] pickled(byte[] binary, String... labelKeys) throws IOException {
        int length = labelKeys.length + PIXELS;
        int count = binary.length / length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x80, 2, '}', '('});
        for (int key = 0; key < labelKeys.length; key++) {
            text(out, labelKeys[key]);
            out.write("](".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < count; i++) {
                out.write(new byte[] {'K', binary[i * length + key]});
            }
            out.write('e');
        }
        text(out, "data");
        out.write("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085U\1b\u0087R(K\1"
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(little('J', count));
        out.write(little('J', PIXELS));
        out.write(
                "\u0086cnumpy\ndtype\nU\2u1K\0K\1\u0087R(K\3U\1|NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tb\u0089"
                        .getBytes(StandardCharsets.ISO_8859_1));
        out.write(little('T', count * PIXELS));
        for (int i = 0; i < count; i++) {
            out.write(binary, i * length + labelKeys.length, PIXELS);
        }
        out.write("tbu.".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) throws IOException {
        out.write('U');
        out.write(text.length());
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] little(char code, int value) {
        return ByteBuffer.allocate(5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) code)
                .putInt(value)
                .array();
    }

    /** A .tar.gz of files in one folder. */
    static byte[] tar(String folder, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] content = file.getValue();
                out.write(header(folder + "/" + file.getKey(), content.length));
                out.write(Arrays.copyOf(content, Math.ceilDiv(content.length, 512) * 512));
            }
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format("%011o", size));
        put(header, 148, " ".repeat(8));
        header[156] = '0';
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, at, text.length());
    }

    /** mnist.npz from the unpacked IDX files. */
    static byte[] npz(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                byte[] idx = array.getValue();
                int count = ByteBuffer.wrap(idx).getInt(4);
                boolean images = idx[3] == 3;
                String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + count
                        + (images ? ", 28, 28), }" : ",), }");
                String padded = header + " ".repeat(Math.floorMod(-(header.length() + 11), 64)) + "\n";
                out.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                out.write("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
                out.write(new byte[] {(byte) padded.length(), (byte) (padded.length() >> 8)});
                out.write(padded.getBytes(StandardCharsets.US_ASCII));
                out.write(idx, images ? 16 : 8, idx.length - (images ? 16 : 8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
