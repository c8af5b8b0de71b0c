package dev.lamina.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void aWriteThatFailsHalfwayKeepsTheOldContentAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.json");
        AtomicFile.write(file, path -> Files.writeString(path, "old"));
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> AtomicFile.write(file, path -> {
                    Files.writeString(path, "half");
                    throw new IOException("No space left on device");
                }));
        assertEquals(
                file + ": cannot be written (No space left on device); free space or choose another folder",
                refused.getMessage());
        assertEquals("old", Files.readString(file));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(file), entries.toList());
        }
    }

    @Test
    void symbolicLinksStayAndWhatTheyLeadToIsReplaced() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("a.json");
        Files.writeString(real, "old");
        Path link = link("b.json", Path.of("real/a.json"));
        Path linkToLink = link("c.json", link);
        AtomicFile.write(linkToLink, path -> Files.writeString(path, "new"));
        assertEquals("new", Files.readString(real));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(linkToLink));
        assertFalse(Files.isSymbolicLink(real));
    }

    @Test
    void aLinkToAFileThatIsNotThereYetIsFilled() throws IOException {
        Path link = link("b.json", Path.of("a.json"));
        AtomicFile.write(link, path -> Files.writeString(path, "new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(folder.resolve("a.json")));
    }

    @Test
    void linksInACircleAreNamed() throws IOException {
        Path link = link("a.json", Path.of("b.json"));
        link("b.json", Path.of("a.json"));
        BadInputException refused = assertThrows(
                BadInputException.class, () -> AtomicFile.write(link, path -> Files.writeString(path, "")));
        assertEquals(
                link + ": cannot be written (its symbolic links go in a circle);"
                        + " free space or choose another folder",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw----", "rw-------", "rwxr-xr-x", "rw-rw-rw-"})
    void theModeIsKept(String mode) throws IOException {
        Path file = posix(folder.resolve("a.json"), "old", mode);
        AtomicFile.write(file, path -> Files.writeString(path, "new"));
        assertEquals("new", Files.readString(file));
        assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aReadOnlyFileIsLeftAloneAndNamed() throws IOException {
        Path file = posix(folder.resolve("a.json"), "old", "r--r--r--");
        BadInputException refused = assertThrows(
                BadInputException.class, () -> AtomicFile.write(file, path -> Files.writeString(path, "")));
        assertEquals(file + ": is read-only; make it writable or choose another name", refused.getMessage());
        assertEquals("old", Files.readString(file));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(List.of(file), entries.toList());
        }
    }

    private Path link(String name, Path to) throws IOException {
        try {
            return Files.createSymbolicLink(folder.resolve(name), to);
        } catch (UnsupportedOperationException | FileSystemException e) {
            return abort("symbolic links cannot be made here: " + e);
        }
    }

    private static Path posix(Path file, String content, String mode) throws IOException {
        Files.writeString(file, content);
        assumeTrue(
                Files.getFileAttributeView(file, PosixFileAttributeView.class) != null,
                "no POSIX modes on this system");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
