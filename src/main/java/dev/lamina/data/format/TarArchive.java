package dev.lamina.data.format;

import dev.lamina.message.Message;
import dev.lamina.tensor.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tar format (POSIX ustar), as far as data sets need it: regular files, found by their name without folders.
 * A header is 512 bytes: name at 0, size in octal at 124, header checksum at 148, type at 156; the content follows,
 * filled up to a multiple of 512.
 */
public final class TarArchive {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE_AT = 156;

    private TarArchive() {}

    /** Writes the wanted files into the target folder and returns the names of those that were there. */
    public static Set<String> extract(InputStream archive, Set<String> wanted, Path target) throws IOException {
        Set<String> found = new HashSet<>();
        forEach(archive, wanted::contains, (name, size, content) -> {
            try (OutputStream out = Files.newOutputStream(target.resolve(name))) {
                copy(content, out, size, name);
            }
            found.add(name);
        });
        return found;
    }

    /** Takes one file of an archive: exactly so many bytes of the stream. */
    public interface Entry {
        void take(String name, long size, InputStream content) throws IOException;
    }

    /** Hands the wanted files on in the archive's order, by their names without folders. */
    public static void forEach(InputStream archive, Predicate<String> wanted, Entry entry) throws IOException {
        byte[] header = new byte[BLOCK];
        while (archive.readNBytes(header, 0, BLOCK) == BLOCK && !isEnd(header)) {
            checkHeader(header);
            long size = octal(header, SIZE_AT, SIZE_LENGTH);
            String name = fileName(header);
            boolean isFile = header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
            if (isFile && wanted.test(name)) {
                entry.take(name, size, archive);
            } else {
                archive.skipNBytes(size);
            }
            archive.skipNBytes(Math.floorMod(-size, (long) BLOCK));
        }
    }

    private static void copy(InputStream from, OutputStream to, long size, String name) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int count = from.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new FileProblem(Message.of("data.archiveEndsInside", name));
            }
            to.write(buffer, 0, count);
            left -= count;
        }
    }

    private static boolean isEnd(byte[] header) {
        for (byte value : header) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** The checksum is the sum of the header's bytes with spaces in its own place. */
    private static void checkHeader(byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean isChecksum = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
            sum += isChecksum ? ' ' : header[i] & 0xff;
        }
        if (sum != octal(header, CHECKSUM_AT, CHECKSUM_LENGTH)) {
            throw new FileProblem(Message.of("data.archiveChecksum"));
        }
    }

    private static long octal(byte[] header, int at, int length) throws IOException {
        String digits = text(header, at, length).strip();
        if (!digits.matches("[0-7]{0,20}")) {
            throw new FileProblem(Message.of("data.archiveNumber", digits));
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String fileName(byte[] header) {
        String path = text(header, 0, NAME_LENGTH);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Up to the first zero byte. */
    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.US_ASCII);
    }
}
