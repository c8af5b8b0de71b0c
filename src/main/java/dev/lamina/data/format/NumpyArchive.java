package dev.lamina.data.format;

import dev.lamina.message.Message;
import dev.lamina.tensor.FileProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * NumPy's .npz: a zip of .npy files, each a magic number, the length of a header, the header (a dictionary of Python as
 * text), and the values. Arrays of unsigned bytes only. Source: NumPy's NEP 1.
 */
public final class NumpyArchive {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_AT = 6;
    private static final int LENGTH_AT = 8;
    private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *False");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

    private NumpyArchive() {}

    /**
     * The wanted arrays by their names without .npy.
     * @param limitBytes how long one of them may be
     * @throws FileProblem saying what is wrong, or that one of them is missing
     */
    public static Map<String, NumpyBytes> read(byte[] archive, Set<String> wanted, int limitBytes) throws IOException {
        Map<String, NumpyBytes> arrays = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst("\\.npy$", "");
                if (wanted.contains(name)) {
                    byte[] content = zip.readNBytes(limitBytes + 1);
                    if (content.length > limitBytes) {
                        throw new FileProblem(Message.of("data.longArray", name, limitBytes));
                    }
                    arrays.put(name, array(content));
                }
            }
        } catch (IllegalArgumentException e) {
            // A name in the zip that is no text.
            throw new FileProblem(Message.of("data.noNumpyArchive"), e);
        }
        for (String name : wanted) {
            if (!arrays.containsKey(name)) {
                throw new FileProblem(Message.of("data.noNamedArray", name));
            }
        }
        return arrays;
    }

    private static NumpyBytes array(byte[] content) throws IOException {
        boolean magic = content.length > LENGTH_AT + Integer.BYTES && Arrays.equals(MAGIC, Arrays.copyOf(content, 6));
        if (!magic) {
            throw new FileProblem(Message.of("data.noNumpyFile"));
        }
        int lengthBytes = content[VERSION_AT] == 1 ? Short.BYTES : Integer.BYTES;
        long length = 0;
        for (int i = lengthBytes - 1; i >= 0; i--) {
            length = (length << 8) | (content[LENGTH_AT + i] & 0xff);
        }
        long valuesAt = LENGTH_AT + lengthBytes + length;
        if (valuesAt > content.length) {
            throw new FileProblem(Message.of("data.cutNumpyHeader"));
        }
        String header = new String(content, LENGTH_AT + lengthBytes, (int) length, StandardCharsets.ISO_8859_1);
        Matcher type = TYPE.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find()
                || !type.group(1).endsWith("u1")
                || !ORDER.matcher(header).find()
                || !shape.find()) {
            throw new FileProblem(Message.of("data.otherNumpyType"));
        }
        return NumpyBytes.of(axes(shape.group(1)), Arrays.copyOfRange(content, (int) valuesAt, content.length));
    }

    private static int[] axes(String text) throws IOException {
        try {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(axis -> !axis.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new FileProblem(Message.of("data.impossibleShape", "(" + text + ")"), e);
        }
    }
}
