package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.data.DataLocation;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSetTest {
    private static final String[] FILES = {
        IdxSet.TRAINING_IMAGES, IdxSet.TRAINING_LABELS, IdxSet.TEST_IMAGES, IdxSet.TEST_LABELS
    };

    @Test
    void packedAndUnpackedFilesAreRead(@TempDir Path root) throws IOException {
        TrainTest data = new Mnist(null, null).load(IdxFiles.write(root, 5, 3));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, data.training().labels());
        assertArrayEquals(new int[] {0, 1, 2}, data.test().labels());
        float[] values = new float[784];
        data.training().copyTo(4, values, 0);
        assertEquals(41 / 255f, values[783], 1e-6);
        assertEquals(2, data.test().provenance().files().size());
    }

    @Test
    void countsTakeTheFirstImages(@TempDir Path root) throws IOException {
        TrainTest data = new Mnist(2, 1).load(IdxFiles.write(root, 5, 3));
        assertArrayEquals(new int[] {0, 1}, data.training().labels());
        assertArrayEquals(new int[] {0}, data.test().labels());
    }

    @Test
    void realMnistIsTheKnownOne() {
        TrainTest data = new Mnist(null, null).load(RealData.with("mnist", FILES));
        assertEquals(60_000, data.training().size());
        assertEquals(Shape.of(1, 28, 28), data.training().exampleShape());
        assertArrayEquals(
                new int[] {5, 0, 4, 1, 9, 2, 1, 3, 1, 4},
                data.training().first(10).labels());
        assertArrayEquals(
                new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949},
                data.training().classHistogram());
        assertArrayEquals(
                new int[] {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009},
                data.test().classHistogram());
        Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, data.training());
        assertEquals(0.1307, normalization.mean().getFirst(), 1e-4);
        assertEquals(0.3081, normalization.standardDeviation().getFirst(), 1e-4);
    }

    @Test
    void realFashionMnistIsTheKnownOne() {
        DataLocation where = RealData.with("fashion-mnist", FILES);
        TrainTest data = new FashionMnist(null, null).load(where);
        int[] each = new int[10];
        Arrays.fill(each, 6_000);
        assertArrayEquals(each, data.training().classHistogram());
        Arrays.fill(each, 1_000);
        assertArrayEquals(each, data.test().classHistogram());
        assertEquals(
                "ankle boot", data.training().classNames().get(data.training().label(0)));
        Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, data.training());
        assertEquals(0.2860, normalization.mean().getFirst(), 1e-4);
    }
}
