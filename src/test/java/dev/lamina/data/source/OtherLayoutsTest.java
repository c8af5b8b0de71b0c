package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same images under the names that other programs give their files have the same content, wherever they lie. */
class OtherLayoutsTest {
    private static final DataSource CIFAR = new Cifar10(3, 2);
    private static final DataSource MNIST = new Mnist(null, null);

    @TempDir
    Path root;

    @TempDir
    Path published;

    @ParameterizedTest
    @ValueSource(strings = {"cifar-10-batches-py", "cifar10", "CIFAR10/cifar-10-batches-py", "my pictures", "a/b", "."})
    void cifarForPythonIsTheBinaryVersion(String folder) throws IOException {
        write(folder, pickledCifar());
        assertSame(CIFAR, Cifar10Test.CifarFiles.write(published, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cifar-10-batches-bin", "CIFAR-10", "renamed", "."})
    void aRenamedFolderOfTheBinaryVersionIsFound(String folder) throws IOException {
        write(folder, binaryCifar());
        assertSame(CIFAR, Cifar10Test.CifarFiles.write(published, 3));
    }

    @Test
    void archivesAreReadAsTheyAre() throws IOException {
        DataLocation known = Cifar10Test.CifarFiles.write(published, 3);
        write(".", Map.of("cifar-10-python.tar.gz", OtherLayouts.tar("cifar-10-batches-py", pickledCifar())));
        assertSame(CIFAR, known);
        Files.delete(root.resolve("cifar-10-python.tar.gz"));
        write("cifar10", Map.of("cifar-10-binary.tar.gz", OtherLayouts.tar("cifar-10-batches-bin", binaryCifar())));
        assertSame(CIFAR, known);
        Path archive = root.resolve("cifar10/cifar-10-binary.tar.gz");
        var file = CIFAR.load(where()).training().provenance().files().getFirst();
        assertEquals(archive.toString(), file.path());
        assertEquals(dev.lamina.data.Sha256.of(Files.readAllBytes(archive)), file.sha256());
    }

    @Test
    void anArchiveThatLacksAFileIsNamed() throws IOException {
        write(".", Map.of("cifar-10-binary.tar.gz", OtherLayouts.tar("x", Map.of("other.bin", new byte[9]))));
        String message =
                assertThrows(BadInputException.class, () -> CIFAR.load(where())).getMessage();
        assertTrue(message.contains("cifar-10-binary.tar.gz: lacks test_batch.bin; get the file again"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine", "coarse"})
    void cifar100ForPythonIsTheBinaryVersion(String labels) throws IOException {
        DataSource source =
                new Cifar100(Cifar100.Labels.valueOf(labels.toUpperCase(java.util.Locale.ROOT)), null, null);
        byte[] binary = cifar100();
        Files.createDirectories(published.resolve("cifar-100-binary"));
        Files.write(published.resolve("cifar-100-binary/train.bin"), binary);
        Files.write(published.resolve("cifar-100-binary/test.bin"), binary);
        byte[] pickled = OtherLayouts.pickled(binary, "coarse_labels", "fine_labels");
        write("cifar-100-python", Map.of("train", pickled, "test", pickled));
        assertSame(source, new DataLocation(List.of(published), published));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "MNIST/raw", "mnist/raw", "MNIST"})
    void mnistIsFoundAsOtherProgramsUnpackIt(String folder) throws IOException {
        DataLocation known = IdxFiles.write(published, 5, 3);
        write(folder, idx("%s-ubyte"));
        assertSame(MNIST, known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s-ubyte.gz", "%s-ubyte", "dotted", "%1$s-ubyte/%1$s-ubyte"})
    void mnistsFilesHaveManyNames(String pattern) throws IOException {
        DataLocation known = IdxFiles.write(published, 5, 3);
        // Under .gz as well: a browser unpacks and leaves the name.
        Map<String, byte[]> files = idx(pattern.equals("dotted") ? "%s-ubyte" : pattern);
        Map<String, byte[]> named = new TreeMap<>();
        files.forEach(
                (name, content) -> named.put(pattern.equals("dotted") ? name.replace("-idx", ".idx") : name, content));
        write("mnist", named);
        assertSame(MNIST, known);
    }

    @Test
    void mnistOfKerasIsRead() throws IOException {
        DataLocation known = IdxFiles.write(published, 5, 3);
        write(
                ".",
                Map.of(
                        "mnist.npz",
                        OtherLayouts.npz(Map.of(
                                "x_train", IdxFiles.images(5),
                                "y_train", IdxFiles.labels(5),
                                "x_test", IdxFiles.images(3),
                                "y_test", IdxFiles.labels(3)))));
        assertSame(MNIST, known);
    }

    @Test
    void theRealSetsAreToldApartInFoldersOfAnyName() throws IOException {
        DataLocation digits = real("mnist", "digits");
        DataLocation clothes = real("fashion-mnist", "clothes");
        assertSame(MNIST, digits);
        assertSame(new FashionMnist(null, null), clothes);
    }

    @Test
    void theOtherSetsFilesAreRefused() throws IOException {
        real("fashion-mnist", "mnist");
        String message =
                assertThrows(BadInputException.class, () -> MNIST.load(where())).getMessage();
        assertTrue(message.contains("holds the labels of Fashion-MNIST, not of MNIST; "), message);
    }

    @Test
    void aFolderOfAnyNameWithUnknownLabelsIsNotTaken() throws IOException {
        write("kmnist", idx("%s-ubyte"));
        assertFalse(Availability.isThere(MNIST, where()));
    }

    @Test
    void whatWasFoundAndWhatIsWantedAreNamed() throws IOException {
        write("MNIST/processed", Map.of("training.pt", new byte[1], "test.pt", new byte[1]));
        String message =
                assertThrows(BadInputException.class, () -> MNIST.load(where())).getMessage();
        assertEquals(
                "mnist: train-images-idx3-ubyte.gz not found in " + root
                        + "; wanted is train-images-idx3-ubyte.gz, train-images-idx3-ubyte, train-images.idx3-ubyte,"
                        + " train-images.idx3-ubyte.gz, train-images-idx3-ubyte/train-images-idx3-ubyte or"
                        + " train-images.idx3-ubyte/train-images.idx3-ubyte in a folder mnist, MNIST/raw, mnist/raw or"
                        + " MNIST, or mnist.npz; " + root.resolve("MNIST")
                        + " holds processed/; run 'lamina data get mnist' or give the folder above with --data-dir",
                message);
    }

    /** The files were made by NumPy with cifar-python.py beside them; the formula is repeated here. */
    @ParameterizedTest
    @ValueSource(strings = {"cifar-python2", "cifar-python3-2", "cifar-python3-4"})
    void picklesOfEveryPythonAreRead(String resource) throws IOException {
        try (InputStream in = OtherLayoutsTest.class.getResourceAsStream(resource)) {
            byte[] content = Objects.requireNonNull(in).readAllBytes();
            write("cifar-10-batches-py", Map.of("data_batch_1", content, "test_batch", content));
        }
        TrainTest data = new Cifar10(2, null).load(where());
        assertEquals(1, data.training().label(1));
        float[] values = new float[3072];
        for (int i = 0; i < 2; i++) {
            data.training().copyTo(i, values, 0);
            for (int k = 0; k < 3072; k++) {
                assertEquals((31 * i + 7 * k + 100) % 256 / 255f, values[k], 1e-6);
            }
        }
    }

    private void assertSame(DataSource source, DataLocation known) {
        assertTrue(Availability.isThere(source instanceof Cifar10 ? new Cifar10(1, 1) : source, where()));
        TrainTest expected = source.load(known);
        TrainTest found = source.load(where());
        assertEquals(expected.training().contentSha256(), found.training().contentSha256());
        assertEquals(expected.test().contentSha256(), found.test().contentSha256());
    }

    private DataLocation where() {
        return new DataLocation(List.of(root), root);
    }

    private void write(String folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(folder).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static Map<String, byte[]> binaryCifar() throws IOException {
        Path made = Files.createTempDirectory("cifar");
        try {
            Cifar10Test.CifarFiles.write(made, 3);
            Path folder = made.resolve("cifar-10-batches-bin");
            return new TreeMap<>(Map.of(
                    "data_batch_1.bin", Files.readAllBytes(folder.resolve("data_batch_1.bin")),
                    "test_batch.bin", Files.readAllBytes(folder.resolve("test_batch.bin"))));
        } finally {
            try (var files = Files.walk(made)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    static Map<String, byte[]> pickledCifar() throws IOException {
        Map<String, byte[]> pickled = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : binaryCifar().entrySet()) {
            pickled.put(file.getKey().replace(".bin", ""), OtherLayouts.pickled(file.getValue(), "labels"));
        }
        return pickled;
    }

    static byte[] cifar100() {
        byte[] binary = new byte[3 * 3074];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i * 7);
        }
        for (int i = 0; i < 3; i++) {
            binary[i * 3074] = (byte) (i + 17);
            binary[i * 3074 + 1] = (byte) (i + 90);
        }
        return binary;
    }

    private static Map<String, byte[]> idx(String pattern) {
        return Map.of(
                String.format(pattern, "train-images-idx3"), IdxFiles.images(5),
                String.format(pattern, "train-labels-idx1"), IdxFiles.labels(5),
                String.format(pattern, "t10k-images-idx3"), IdxFiles.images(3),
                String.format(pattern, "t10k-labels-idx1"), IdxFiles.labels(3));
    }

    /** A real set's four files in a folder of another name, the labels unpacked. */
    private DataLocation real(String set, String folder) throws IOException {
        List<String> names =
                List.of(IdxSet.TRAINING_IMAGES, IdxSet.TRAINING_LABELS, IdxSet.TEST_IMAGES, IdxSet.TEST_LABELS);
        DataLocation where = RealData.with(set, names.toArray(String[]::new));
        Path target = Files.createDirectories(root.resolve(folder));
        for (String name : names) {
            byte[] packed =
                    Files.readAllBytes(where.roots().getFirst().resolve(set).resolve(name));
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                boolean unpack = name.contains("labels");
                Files.write(
                        target.resolve(unpack ? name.replace(".gz", "") : name), unpack ? in.readAllBytes() : packed);
            }
        }
        return where;
    }
}
