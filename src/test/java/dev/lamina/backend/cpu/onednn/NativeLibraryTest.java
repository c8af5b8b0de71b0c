package dev.lamina.backend.cpu.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.CacheFolder;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
    @TempDir
    Path folder;

    @Test
    void theLibraryLoadsAndTellsItsVersion() {
        OneDnn.load();
        assertTrue(OneDnn.version().startsWith("3.11"), OneDnn.version());
        assertFalse(OneDnn.instructionSet().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64, libdnnl.so.3",
        "Linux, aarch64, linux-arm64, libdnnl.so.3",
        "Mac OS X, aarch64, macosx-arm64, libdnnl.3.dylib",
        "Windows 11, amd64, windows-x86_64, dnnl.dll"
    })
    void everyPlatformHasItsArtifactAndFiles(String os, String arch, String id, String library) {
        Platform platform = Platform.of(os, arch);
        assertEquals(id, platform.id());
        assertEquals(library, platform.files().getLast());
    }

    @Test
    void aBuildForAnotherMachineSaysHowToRebuild() {
        Platform other = new Platform("riscv-64", "libgomp.so.1", List.of("libdnnl.so.3"));
        BadInputException e = assertThrows(BadInputException.class, () -> NativeLibrary.unpack(other, folder));
        assertEquals(
                "cpu backend: no oneDNN library for riscv-64 in this build; rebuild with -Dnative.platform=riscv-64",
                e.getMessage());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        BadInputException e =
                assertThrows(BadInputException.class, () -> NativeLibrary.unpack(Platform.current(), file));
        assertTrue(e.getMessage().startsWith(file + ": the native library cannot be unpacked here"), e.getMessage());
        assertTrue(e.getMessage().endsWith("set LAMINA_CACHE"), e.getMessage());
    }

    @Test
    void manyUnpackingAtOnceLeaveOneWholeFileAndNothingElse() throws Exception {
        byte[] content = new byte[3_000_001];
        new java.util.SplittableRandom(1).nextBytes(content);
        PackedFile packed = PackedFile.of("lib.so", jarWith(content));
        Path target = folder.resolve("cache");
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Path> unpack = () -> packed.unpackInto(target);
            for (var done :
                    threads.invokeAll(Stream.generate(() -> unpack).limit(24).toList())) {
                assertEquals(target.resolve("lib.so"), done.get());
            }
        }
        try (Stream<Path> files = Files.list(target)) {
            assertEquals("lib.so", files.map(f -> f.getFileName().toString()).collect(Collectors.joining(",")));
        }
        assertArrayEquals(content, Files.readAllBytes(target.resolve("lib.so")));
    }

    @Test
    void aDamagedOrShortenedFileIsUnpackedAgain() throws IOException {
        byte[] content = {1, 2, 3, 4, 5};
        PackedFile packed = PackedFile.of("lib.so", jarWith(content));
        Path file = packed.unpackInto(folder);
        for (byte[] damaged : List.of(new byte[] {1, 2, 3, 4, 6}, new byte[] {1, 2}, new byte[0])) {
            Files.write(file, damaged);
            assertFalse(packed.isWhole(file));
            assertArrayEquals(content, Files.readAllBytes(packed.unpackInto(folder)));
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsReplacedForThisOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        NativeLibrary.Place place = NativeLibrary.place(Platform.current(), file);
        assertTrue(Files.size(place.files().getLast()) > 1_000_000);
        place.leave();
        assertFalse(Files.exists(place.forThisOnce().orElseThrow()));
    }

    @Test
    void theCacheFolderFollowsTheEnvironment() {
        Path home = Path.of("home");
        assertEquals(
                Path.of("own"), CacheFolder.of(Map.of("LAMINA_CACHE", "own", "XDG_CACHE_HOME", "x"), "Linux", home));
        assertEquals(Path.of("x", "lamina"), CacheFolder.of(Map.of("XDG_CACHE_HOME", "x"), "Linux", home));
        assertEquals(Path.of("home", ".cache", "lamina"), CacheFolder.of(Map.of(), "Linux", home));
        assertEquals(Path.of("home", "Library", "Caches", "lamina"), CacheFolder.of(Map.of(), "Mac OS X", home));
        assertEquals(Path.of("l", "lamina"), CacheFolder.of(Map.of("LOCALAPPDATA", "l"), "Windows 11", home));
    }

    private URL jarWith(byte[] content) {
        Path jar = folder.resolve("packed.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("lib.so"));
            out.write(content);
            out.closeEntry();
            return java.net.URI.create("jar:" + jar.toUri() + "!/lib.so").toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
