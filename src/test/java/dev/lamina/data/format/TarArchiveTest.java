package dev.lamina.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads an archive that GNU tar made: one.bin, two.bin and readme.html in the folder cifar-10-batches-bin. */
class TarArchiveTest {
    @TempDir
    Path target;

    @Test
    void wantedFilesAreWrittenWithoutTheirFolder() throws IOException {
        Set<String> found = TarArchive.extract(
                new ByteArrayInputStream(archive()), Set.of("one.bin", "two.bin", "three.bin"), target);
        assertEquals(Set.of("one.bin", "two.bin"), found);
        assertEquals("first file\n", Files.readString(target.resolve("one.bin")));
        assertEquals("x".repeat(1_500), Files.readString(target.resolve("two.bin")));
        assertFalse(Files.exists(target.resolve("readme.html")));
    }

    @Test
    void anArchiveThatEndsTooEarlyIsRefused() throws IOException {
        byte[] half = Arrays.copyOf(archive(), 1_200);
        String message = assertThrows(
                        IOException.class,
                        () -> TarArchive.extract(new ByteArrayInputStream(half), Set.of("two.bin"), target))
                .getMessage();
        assertTrue(message.contains("ends inside two.bin"), message);
    }

    @Test
    void aDamagedHeaderIsRefused() throws IOException {
        byte[] damaged = archive();
        damaged[3] ^= 1;
        assertThrows(
                IOException.class,
                () -> TarArchive.extract(new ByteArrayInputStream(damaged), Set.of("one.bin"), target));
    }

    @Test
    void aSizeThatIsNoOctalNumberIsRefused() throws IOException {
        byte[] damaged = archive();
        write(damaged, 124, "-0000000007\0");
        write(damaged, 148, "        ");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += damaged[i] & 0xff;
        }
        write(damaged, 148, String.format("%06o\0 ", sum));
        String message = assertThrows(
                        IOException.class,
                        () -> TarArchive.extract(new ByteArrayInputStream(damaged), Set.of("one.bin"), target))
                .getMessage();
        assertTrue(message.contains("-0000000007 is no octal number"), message);
    }

    private static void write(byte[] header, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, header, at, text.length());
    }

    private static byte[] archive() throws IOException {
        try (InputStream packed = TarArchiveTest.class.getResourceAsStream("/dev/lamina/data/download/small.tar.gz");
                InputStream unpacked = new GZIPInputStream(Objects.requireNonNull(packed))) {
            return unpacked.readAllBytes();
        }
    }
}
