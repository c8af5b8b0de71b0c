package dev.lamina.data.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a data file can be wrong gives one line that names the file, the place and the remedy. */
class BadDataTest {
    private static final DataSource CIFAR = new Cifar10(3, null);
    private static final DataSource MNIST = new Mnist(null, null);
    private static final DataSource PICTURES = new ImageFolder("pets", null, 0.5);

    @TempDir
    Path root;

    /** @param spoil makes good data in the folder and spoils it */
    private record Fault(String name, DataSource source, Spoiler spoil, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Spoiler {
        void in(Path root) throws IOException;
    }

    private static Fault fault(String name, DataSource source, Spoiler spoil, String... expected) {
        return new Fault(name, source, spoil, List.of(expected));
    }

    static Stream<Fault> faults() {
        return Stream.of(cifarFaults(), idxFaults(), svhnFaults(), folderFaults(), splitFaults())
                .flatMap(s -> s);
    }

    private static Stream<Fault> cifarFaults() {
        String file = "cifar-10-batches-bin/data_batch_1.bin";
        return Stream.of(
                fault("no folder", CIFAR, root -> {}, "test_batch.bin not found in", "lamina data get cifar10"),
                fault(
                        "truncated CIFAR file",
                        CIFAR,
                        root -> {
                            Cifar10Test.CifarFiles.write(root, 3);
                            truncate(root.resolve(file), 9_000);
                        },
                        file,
                        "size of 9000 bytes is not a multiple of the record length 3073"),
                fault(
                        "empty CIFAR file",
                        CIFAR,
                        root -> {
                            Cifar10Test.CifarFiles.write(root, 3);
                            truncate(root.resolve(file), 0);
                        },
                        file,
                        "size of 0 bytes"),
                fault(
                        "CIFAR label out of range",
                        CIFAR,
                        root -> {
                            Cifar10Test.CifarFiles.write(root, 3);
                            overwrite(root.resolve(file), 3073, 200);
                        },
                        file,
                        "record 2 has label 200, outside 0 to 9"),
                fault(
                        "more test images than there are",
                        new Cifar10(3, 5),
                        root -> Cifar10Test.CifarFiles.write(root, 3),
                        "testCount: 5 images asked for, there are 2"));
    }

    private static Stream<Fault> idxFaults() {
        String images = "mnist/" + IdxSet.TRAINING_IMAGES;
        String labels = "mnist/" + IdxSet.TRAINING_LABELS;
        return Stream.of(
                idx("not a gzip file", images, "<html>not found</html>".getBytes(UTF_8), "is not a gzip file"),
                idx("truncated gzip", images, Arrays.copyOf(packed(IdxFiles.images(5)), 40), "ends too early"),
                idx("damaged gzip", images, damaged(packed(IdxFiles.images(5))), "gzip data is damaged"),
                idx("wrong magic number", images, packed(IdxFiles.labels(900)), "starts with 0x00000801", "0x00000803"),
                idx("no header", labels, packed(new byte[5]), "ends within the IDX header, after 5 bytes"),
                idx(
                        "missing values",
                        images,
                        packed(Arrays.copyOf(IdxFiles.images(5), 16 + 4 * 784)),
                        "has 3136 bytes after the header, which promises 3920"),
                idx("other image size", images, packed(withByte(IdxFiles.images(5), 15, 30)), "28×30, not 28×28"),
                idx("label out of range", labels, packed(withByte(IdxFiles.labels(5), 9, 11)), "record 2 has label 11"),
                idx("fewer labels than images", labels, packed(IdxFiles.labels(4)), "4 labels for the 5 images"),
                fault(
                        "a file is missing",
                        MNIST,
                        root -> {
                            IdxFiles.write(root, 5, 3);
                            Files.delete(root.resolve(labels));
                        },
                        IdxSet.TRAINING_LABELS + " not found in",
                        "lamina data get mnist"));
    }

    private static Fault idx(String name, String file, byte[] content, String... expected) {
        String[] all = Stream.concat(Stream.of(file, "lamina data get mnist"), Arrays.stream(expected))
                .toArray(String[]::new);
        return fault(
                name,
                MNIST,
                root -> {
                    IdxFiles.write(root, 5, 3);
                    Files.write(root.resolve(file), content);
                },
                all);
    }

    private static Stream<Fault> svhnFaults() {
        return Stream.of(fault(
                "no MATLAB file",
                new Svhn(null, null),
                root -> {
                    Files.createDirectories(root.resolve("svhn"));
                    Files.write(root.resolve("svhn/train_32x32.mat"), new byte[5_000]);
                    Files.write(root.resolve("svhn/test_32x32.mat"), new byte[5_000]);
                },
                "svhn/train_32x32.mat",
                "cannot be read as a MATLAB 5 file"));
    }

    private static Stream<Fault> folderFaults() {
        return Stream.of(
                fault("no such folder", PICTURES, root -> {}, "image-folder.path: no such folder", "pets"),
                fault(
                        "one class",
                        PICTURES,
                        root -> ImageFolderTest.write(root.resolve("pets/cat"), 2, "png", 4, 4, 0),
                        "pets: holds 1 class folders"),
                pictures(
                        "empty class",
                        root -> Files.createDirectories(root.resolve("pets/empty")),
                        "pets/empty",
                        "no PNG"),
                pictures(
                        "unreadable picture",
                        root -> Files.writeString(root.resolve("pets/cat/a.png"), "no picture"),
                        "pets/cat/a.png",
                        "cannot be read as a picture"),
                pictures(
                        "damaged picture",
                        root -> truncate(root.resolve("pets/cat/picture0.png"), 40),
                        "pets/cat/picture0.png",
                        "cannot be read as a picture"),
                pictures(
                        "another size",
                        root -> ImageFolderTest.write(root.resolve("pets/dog"), 1, "png", 4, 5, 0),
                        "pets/dog/picture0.png",
                        "4×5",
                        "first picture 4×4"));
    }

    private static Stream<Fault> splitFaults() {
        return Stream.of(fault(
                "other classes in test",
                PICTURES,
                root -> {
                    ImageFolderTest.write(root.resolve("pets/train/cat"), 1, "png", 4, 4, 0);
                    ImageFolderTest.write(root.resolve("pets/train/dog"), 1, "png", 4, 4, 0);
                    ImageFolderTest.write(root.resolve("pets/test/cat"), 1, "png", 4, 4, 0);
                    ImageFolderTest.write(root.resolve("pets/test/owl"), 1, "png", 4, 4, 0);
                },
                "test has classes that train lacks: owl"));
    }

    private static Fault pictures(String name, Spoiler spoil, String... expected) {
        return fault(
                name,
                PICTURES,
                root -> {
                    ImageFolderTest.write(root.resolve("pets/cat"), 2, "png", 4, 4, 0);
                    ImageFolderTest.write(root.resolve("pets/dog"), 2, "png", 4, 4, 0);
                    spoil.in(root);
                },
                expected);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void oneLineNamesFilePlaceAndRemedy(Fault fault) throws IOException {
        fault.spoil.in(root);
        DataLocation where = new DataLocation(List.of(root), root);
        String message = assertThrows(BadInputException.class, () -> fault.source.load(where))
                .getMessage();
        fault.expected.forEach(part -> assertTrue(message.contains(part), message));
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains("; "), "no remedy: " + message);
    }

    private static void truncate(Path file, int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    }

    private static void overwrite(Path file, int at, int value) throws IOException {
        Files.write(file, withByte(Files.readAllBytes(file), at, value));
    }

    private static byte[] withByte(byte[] content, int at, int value) {
        byte[] changed = content.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] damaged(byte[] packed) {
        return withByte(packed, packed.length - 6, packed[packed.length - 6] + 1);
    }

    private static byte[] packed(byte[] content) {
        try {
            return IdxFiles.packed(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
