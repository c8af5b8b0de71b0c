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
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
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
        assertEquals(Set.of(file), entries());
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
        assertEquals(Set.of(file), entries());
    }

    private Path link(String name, Path to) throws IOException {
        try {
            return Files.createSymbolicLink(folder.resolve(name), to);
        } catch (UnsupportedOperationException | FileSystemException e) {
            return abort("symbolic links cannot be made here: " + e);
        }
    }

    @Test
    void severalWhoWriteTheSameFileNeverMixTheirContents() throws Exception {
        Path file = folder.resolve("a.json");
        CountDownLatch bothHaveBegun = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writers = List.of(
                    threads.submit(() -> writeSlowly(file, "first", bothHaveBegun)),
                    threads.submit(() -> writeSlowly(file, "second", bothHaveBegun)));
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertTrue(Set.of("first".repeat(2), "second".repeat(2)).contains(Files.readString(file)));
        assertEquals(Set.of(file), entries());
    }

    private static void writeSlowly(Path file, String half, CountDownLatch bothHaveBegun) {
        AtomicFile.write(file, path -> {
            Files.writeString(path, half);
            bothHaveBegun.countDown();
            try {
                bothHaveBegun.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            Files.writeString(path, half, StandardOpenOption.APPEND);
        });
    }

    @Test
    void whatAKilledWriterLeftIsRemovedOnceItIsOldAndNothingOfOtherPrograms() throws IOException {
        Path stale = Files.writeString(folder.resolve(".a.json." + UUID.randomUUID() + ".part"), "half");
        Path young = Files.writeString(folder.resolve(".b.json." + UUID.randomUUID() + ".part"), "half");
        Path foreign = Files.writeString(folder.resolve(".film.part"), "a download of somebody");
        for (Path old : List.of(stale, foreign)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        Path file = folder.resolve("c.json");
        AtomicFile.write(file, path -> Files.writeString(path, "new"));
        assertEquals(Set.of(young, foreign, file), entries());
        AtomicFile.removeTemporaries(folder);
        assertEquals(Set.of(foreign, file), entries());
    }

    private Set<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.collect(Collectors.toSet());
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
