package dev.lamina.data;

import dev.lamina.message.Message;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Small data sets to test with. */
final class Datasets {
    static final Provenance NOWHERE = new Provenance("test", List.of());

    private Datasets() {}

    /** Images whose pixels run through all bytes, differently for each example. */
    static ImageDataset images(int count, int channels, int height, int width, int classes) {
        byte[][] pixels = new byte[count][channels * height * width];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < pixels[i].length; k++) {
                pixels[i][k] = (byte) (37 * i + 11 * k + k * k / 7);
            }
        }
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        return ImageDataset.ofImages(
                Message.verbatim("test images"),
                Shape.of(channels, height, width),
                names(classes),
                labels,
                pixels,
                NOWHERE);
    }

    static ImageDataset labelled(int... labels) {
        byte[][] pixels = new byte[labels.length][1];
        for (int i = 0; i < labels.length; i++) {
            pixels[i][0] = (byte) i;
        }
        int classes = IntStream.of(labels).max().orElse(0) + 1;
        return ImageDataset.ofImages(
                Message.verbatim("labelled"), Shape.of(1, 1, 1), names(classes), labels, pixels, NOWHERE);
    }

    static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
    }
}
