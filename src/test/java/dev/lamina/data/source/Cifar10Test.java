package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10Test {
    @TempDir
    Path root;

    @Test
    void asksOnlyForTheFilesThatTheImagesTake() throws IOException {
        DataLocation where = new DataLocation(List.of(root), root);
        Path folder = Files.createDirectories(root.resolve("cifar-10-batches-bin"));
        Files.createFile(folder.resolve("data_batch_1.bin"));
        Cifar10 first = new Cifar10(10_000, null);
        assertEquals(
                List.of("data_batch_1.bin", "test_batch.bin"),
                first.filesToRead().stream().map(ExpectedFile::name).toList());
        assertFalse(Availability.isThere(first, where));
        Files.createFile(folder.resolve("test_batch.bin"));
        assertTrue(Availability.isThere(first, where));
        assertFalse(Availability.isThere(new Cifar10(10_001, null), where));
    }

    @Test
    void theFirstTenThousandRealImagesAreTheKnownOnes() {
        DataLocation where = RealData.with("cifar-10-batches-bin", "data_batch_1.bin", "test_batch.bin");
        TrainTest data = new Cifar10(10_000, null).load(where);
        ImageDataset training = data.training();
        assertEquals(10_000, training.size());
        assertEquals(10_000, data.test().size());
        assertEquals(Shape.of(3, 32, 32), training.exampleShape());
        assertArrayEquals(
                new int[] {6, 9, 9, 4, 1, 1, 2, 7, 8, 3}, training.first(10).labels());
        assertArrayEquals(
                new int[] {1005, 974, 1032, 1016, 999, 937, 1030, 1001, 1025, 981}, training.classHistogram());
        int[] thousandEach = new int[10];
        Arrays.fill(thousandEach, 1_000);
        assertArrayEquals(thousandEach, data.test().classHistogram());
        assertEquals("frog", training.classNames().get(training.label(0)));
    }

    @Test
    void theChannelMeansOfRealImagesAreTheKnownOnes() {
        DataLocation where = RealData.with("cifar-10-batches-bin", "data_batch_1.bin", "test_batch.bin");
        ImageDataset training = new Cifar10(10_000, 1).load(where).training();
        Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, training);
        // Those of all 50,000 images, as every CIFAR recipe has them.
        double[] means = {0.4914, 0.4822, 0.4465};
        double[] deviations = {0.2470, 0.2435, 0.2616};
        for (int c = 0; c < 3; c++) {
            assertEquals(means[c], normalization.mean().get(c), 0.01);
            assertEquals(deviations[c], normalization.standardDeviation().get(c), 0.01);
        }
    }

    @Test
    void filesAreReadInOrderAsFarAsNeeded() throws IOException {
        DataLocation where = CifarFiles.write(root, 3, 4);
        ImageDataset training = new Cifar10(6, 2).load(where).training();
        // Labels count up through the files: 0, 1, 2 and then on.
        assertArrayEquals(IntStream.range(0, 6).toArray(), training.labels());
        assertEquals(2, training.provenance().files().size());
        assertEquals(2, new Cifar10(6, 2).load(where).test().size());
    }

    @Test
    void pixelsAreRedGreenAndBluePlanes() throws IOException {
        DataLocation where = CifarFiles.write(root, 1);
        float[] values = new float[3072];
        new Cifar10(1, 1).load(where).training().copyTo(0, values, 0);
        assertEquals(CifarFiles.pixel(0, 0) / 255f, values[0], 1e-6);
        assertEquals(CifarFiles.pixel(0, 3071) / 255f, values[3071], 1e-6);
    }

    @Test
    void aMissingFileIsNamedWithTheRemedies() throws IOException {
        DataLocation where = CifarFiles.write(root, 3);
        String message = assertThrows(BadInputException.class, () -> new Cifar10(4, null).load(where))
                .getMessage();
        assertEquals(
                "cifar10: data_batch_2.bin not found in " + root
                        + "; wanted is data_batch_2.bin or data_batch_2 in a folder cifar-10-batches-bin,"
                        + " cifar-10-batches-py, cifar-10-batches-py-target/cifar-10-batches-py, cifar10, CIFAR10,"
                        + " cifar-10 or CIFAR-10, or cifar-10-binary.tar.gz or cifar-10-python.tar.gz; "
                        + root.resolve("cifar-10-batches-bin") + " holds data_batch_1.bin, test_batch.bin"
                        + "; run 'lamina data get cifar10' or give the folder above with --data-dir"
                        + ", or ask for at most 3 training images (trainCount)",
                message);
    }

    @Test
    void provenanceHoldsTheFilesHash() throws IOException {
        DataLocation where = CifarFiles.write(root, 1);
        var file = new Cifar10(1, 1).load(where).training().provenance().files().getFirst();
        assertEquals(3073, file.sizeBytes());
        assertEquals(
                dev.lamina.data.Sha256.of(Files.readAllBytes(root.resolve("cifar-10-batches-bin/data_batch_1.bin"))),
                file.sha256());
    }

    /** Small files in CIFAR-10's format. */
    static final class CifarFiles {
        private CifarFiles() {}

        /** Training files with so many records each, and a test file with two. */
        static DataLocation write(Path root, int... records) throws IOException {
            Path folder = Files.createDirectories(root.resolve("cifar-10-batches-bin"));
            int first = 0;
            for (int file = 0; file < records.length; file++) {
                Files.write(folder.resolve("data_batch_" + (file + 1) + ".bin"), content(first, records[file]));
                first += records[file];
            }
            Files.write(folder.resolve("test_batch.bin"), content(first, 2));
            return new DataLocation(List.of(root), root);
        }

        private static byte[] content(int first, int count) {
            byte[] content = new byte[count * 3073];
            for (int i = 0; i < count; i++) {
                content[i * 3073] = (byte) ((first + i) % 10);
                for (int k = 0; k < 3072; k++) {
                    content[i * 3073 + 1 + k] = (byte) pixel(first + i, k);
                }
            }
            return content;
        }

        static int pixel(int image, int k) {
            return (31 * image + 7 * k + 100) & 0xff;
        }
    }
}
