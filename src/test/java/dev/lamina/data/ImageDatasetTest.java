package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import org.junit.jupiter.api.Test;

class ImageDatasetTest {
    private final ImageDataset images = Datasets.images(10, 3, 4, 5, 3);

    @Test
    void pixelsAreGivenFromZeroToOne() {
        ImageDataset one = ImageDataset.ofImages(
                Message.verbatim("one"),
                Shape.of(1, 1, 3),
                Datasets.names(1),
                new int[1],
                new byte[][] {{0, (byte) 128, (byte) 255}},
                Datasets.NOWHERE);
        float[] values = new float[4];
        one.copyTo(0, values, 1);
        assertArrayEquals(new float[] {0, 0, 128 / 255f, 1}, values, 1e-6f);
    }

    @Test
    void pointsAreGivenAsTheyAre() {
        ImageDataset points = ImageDataset.ofPoints(
                Message.verbatim("points"),
                Datasets.names(1),
                new int[1],
                new float[][] {{-1.5f, 2.25f}},
                Datasets.NOWHERE);
        float[] values = new float[2];
        points.copyTo(0, values, 0);
        assertArrayEquals(new float[] {-1.5f, 2.25f}, values);
        assertEquals(Shape.of(2, 1, 1), points.exampleShape());
    }

    @Test
    void theFirstExamplesKeepTheirOrder() {
        ImageDataset first = images.first(4);
        assertArrayEquals(new int[] {0, 1, 2, 0}, first.labels());
        float[] expected = new float[60];
        float[] actual = new float[60];
        images.copyTo(3, expected, 0);
        first.copyTo(3, actual, 0);
        assertArrayEquals(expected, actual);
        assertSame(images, images.first(10));
    }

    @Test
    void moreExamplesThanThereAreIsBadInput() {
        String message =
                assertThrows(BadInputException.class, () -> images.first(11)).getMessage();
        assertEquals("test images: 11 examples asked for, it has 10; ask for 1 to 10", message);
    }

    @Test
    void theHistogramCountsEachClass() {
        assertArrayEquals(new int[] {4, 3, 3}, images.classHistogram());
    }

    @Test
    void changingTheLabelsOutsideDoesNotChangeTheSet() {
        images.labels()[0] = 2;
        assertEquals(0, images.label(0));
    }

    @Test
    void equalContentHasEqualHashes() {
        assertEquals(images.contentSha256(), Datasets.images(10, 3, 4, 5, 3).contentSha256());
    }

    @Test
    void theHashSeesShapeLabelsPixelsAndOrder() {
        String hash = images.contentSha256();
        assertNotEquals(hash, Datasets.images(10, 3, 5, 4, 3).contentSha256());
        assertNotEquals(hash, Datasets.images(10, 3, 4, 5, 4).contentSha256());
        assertNotEquals(hash, images.first(9).contentSha256());
        assertNotEquals(
                hash, images.select(new int[] {3, 1, 2, 0, 4, 5, 6, 7, 8, 9}).contentSha256());
    }

    @Test
    void aLabelWithoutAClassIsRefusedByNumber() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ImageDataset.ofImages(
                                Message.verbatim("x"),
                                Shape.of(1, 1, 1),
                                Datasets.names(2),
                                new int[] {0, 2},
                                new byte[2][1],
                                Datasets.NOWHERE))
                .getMessage();
        assertTrue(message.contains("example 1 has label 2"), message);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ImageDataset.ofImages(
                        Message.verbatim("x"),
                        Shape.of(1, 2, 2),
                        Datasets.names(1),
                        new int[1],
                        new byte[1][3],
                        Datasets.NOWHERE));
    }
}
