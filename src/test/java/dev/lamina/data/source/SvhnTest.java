package dev.lamina.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvhnTest {
    @TempDir
    Path root;

    /** The file was made by scipy with svhn-three.py beside it; the formula is repeated here. */
    @Test
    void pixelsAndLabelsComeOutAsTheyWentIn() throws IOException {
        Path folder = Files.createDirectories(root.resolve("svhn"));
        try (InputStream fixture = SvhnTest.class.getResourceAsStream("svhn-three.mat")) {
            byte[] content = Objects.requireNonNull(fixture).readAllBytes();
            Files.write(folder.resolve("train_32x32.mat"), content);
            Files.write(folder.resolve("test_32x32.mat"), content);
        }
        TrainTest data = new Svhn(null, 2).load(new DataLocation(List.of(root), root));
        assertArrayEquals(new int[] {0, 1, 9}, data.training().labels());
        assertEquals(2, data.test().size());
        float[] values = new float[3072];
        for (int image = 0; image < 3; image++) {
            data.training().copyTo(image, values, 0);
            for (int k = 0; k < 3072; k++) {
                int channel = k / 1024;
                int row = k / 32 % 32;
                int column = k % 32;
                assertEquals(
                        (7 * row + 3 * column + 50 * channel + 90 * image) % 256 / 255f, values[k], 1e-6, "value " + k);
            }
        }
    }

    @Test
    void realSvhnIsTheKnownOne() {
        DataLocation where = RealData.with("svhn", "train_32x32.mat", "test_32x32.mat");
        ImageDataset training = new Svhn(null, null).load(where).training();
        assertEquals(73_257, training.size());
        assertEquals(Shape.of(3, 32, 32), training.exampleShape());
        assertArrayEquals(
                new int[] {4948, 13861, 10585, 8497, 7458, 6882, 5727, 5595, 5045, 4659}, training.classHistogram());
    }
}
