package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.message.Message;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizationTest {
    @Test
    void everyChannelGetsMeanZeroAndVarianceOne() {
        ImageDataset images = Datasets.images(20, 3, 6, 5, 2);
        float[] inputs = inOrder(images, Normalization.of(PixelScaling.PER_CHANNEL, images));
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 20; i++) {
                for (int k = 0; k < 30; k++) {
                    double value = inputs[(i * 3 + channel) * 30 + k];
                    sum += value;
                    squares += value * value;
                }
            }
            assertEquals(0, sum / 600, 1e-5);
            assertEquals(1, squares / 600, 1e-5);
        }
    }

    @Test
    void aWorkedExample() {
        // Two pixels 0 and 255: mean 1/2, standard deviation 1/2, so they become −1 and 1.
        ImageDataset two = ImageDataset.ofImages(
                Message.verbatim("two"),
                Shape.of(1, 1, 2),
                Datasets.names(1),
                new int[1],
                new byte[][] {{0, (byte) 255}},
                Datasets.NOWHERE);
        Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, two);
        assertEquals(new Normalization(List.of(0.5), List.of(0.5)), normalization);
        assertArrayEquals(new float[] {-1, 1}, inOrder(two, normalization), 1e-6f);
    }

    @Test
    void pointsAreNormalizedPerCoordinate() {
        ImageDataset points = ImageDataset.ofPoints(
                Message.verbatim("points"),
                Datasets.names(1),
                new int[2],
                new float[][] {{1, 30}, {3, 10}},
                Datasets.NOWHERE);
        assertArrayEquals(
                new float[] {-1, 1, 1, -1}, inOrder(points, Normalization.of(PixelScaling.PER_CHANNEL, points)), 1e-6f);
    }

    @Test
    void theInverseGivesThePixelsBack() {
        ImageDataset images = Datasets.images(2, 3, 4, 4, 2);
        Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, images);
        float[] inputs = inOrder(images, normalization);
        float[] pixels = new float[48];
        images.copyTo(1, pixels, 0);
        for (int k = 0; k < 48; k++) {
            assertEquals(pixels[k], normalization.denormalize(inputs[48 + k], k / 16), 1e-6);
            assertEquals(inputs[48 + k], normalization.normalize(pixels[k], k / 16), 1e-5);
        }
    }

    @Test
    void withoutScalingInputsArePixelsBy255() {
        ImageDataset images = Datasets.images(1, 1, 4, 4, 1);
        float[] pixels = new float[16];
        images.copyTo(0, pixels, 0);
        assertArrayEquals(pixels, inOrder(images, Normalization.of(PixelScaling.NONE, images)));
    }

    @Test
    void aConstantChannelBecomesZero() {
        ImageDataset gray = ImageDataset.ofImages(
                Message.verbatim("gray"),
                Shape.of(1, 1, 2),
                Datasets.names(1),
                new int[2],
                new byte[][] {{77, 77}, {77, 77}},
                Datasets.NOWHERE);
        assertArrayEquals(new float[4], inOrder(gray, Normalization.of(PixelScaling.PER_CHANNEL, gray)), 1e-6f);
    }

    @Test
    void aStandardDeviationOfZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Normalization(List.of(0.0), List.of(0.0)));
    }

    private static float[] inOrder(ImageDataset data, Normalization normalization) {
        Batches batches = Batches.inOrder(data, normalization, data.size());
        Batch batch = batches.allocate();
        batches.epoch(1).next(batch);
        return batch.images();
    }
}
