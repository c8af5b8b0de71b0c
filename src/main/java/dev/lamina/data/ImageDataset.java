package dev.lamina.data;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled examples in memory, immutable: images of one byte a value, or points as floats.
 * An example has the shape [channels, height, width]; a point of the plane is [2, 1, 1].
 * Subsets share the examples' arrays.
 */
public final class ImageDataset {
    private final Message name;
    private final Shape exampleShape;
    private final List<String> classNames;
    private final int[] labels;
    private final Pixels pixels;
    private final Provenance provenance;

    private ImageDataset(
            Message name,
            Shape exampleShape,
            List<String> classNames,
            int[] labels,
            Pixels pixels,
            Provenance provenance) {
        this.name = name;
        this.exampleShape = exampleShape;
        this.classNames = List.copyOf(classNames);
        this.labels = labels;
        this.pixels = pixels;
        this.provenance = provenance;
    }

    /**
     * A set of images, pixels [channel][row][column] as unsigned bytes; the arrays are taken over, not copied.
     * @throws IllegalArgumentException naming the example if sizes do not fit or a label is outside [0, classes)
     */
    public static ImageDataset ofImages(
            Message name,
            Shape exampleShape,
            List<String> classNames,
            int[] labels,
            byte[][] pixels,
            Provenance provenance) {
        return new ImageDataset(name, exampleShape, classNames, labels, new BytePixels(pixels), provenance).checked();
    }

    /** A set of points, one array of coordinates each, shape [dimensions, 1, 1]; otherwise as {@link #ofImages}. */
    public static ImageDataset ofPoints(
            Message name, List<String> classNames, int[] labels, float[][] points, Provenance provenance) {
        Shape shape = Shape.of(points.length == 0 ? 1 : points[0].length, 1, 1);
        return new ImageDataset(name, shape, classNames, labels, new FloatPixels(points), provenance).checked();
    }

    private ImageDataset checked() {
        if (exampleShape.rank() != 3) {
            throw new IllegalArgumentException(name + ": an example is [channels, height, width], got " + exampleShape);
        }
        if (labels.length != pixels.size()) {
            throw new IllegalArgumentException(
                    name + ": " + labels.length + " labels for " + pixels.size() + " examples");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw new IllegalArgumentException(name + ": example " + i + " has label " + labels[i] + ", there are "
                        + classNames.size() + " classes");
            }
            if (pixels.length(i) != exampleShape.size()) {
                throw new IllegalArgumentException(
                        name + ": example " + i + " has " + pixels.length(i) + " values, not " + exampleShape);
            }
        }
        return this;
    }

    public Message name() {
        return name;
    }

    /** [channels, height, width]. */
    public Shape exampleShape() {
        return exampleShape;
    }

    public int channels() {
        return exampleShape.axis(0);
    }

    public List<String> classNames() {
        return classNames;
    }

    public int classCount() {
        return classNames.size();
    }

    public Provenance provenance() {
        return provenance;
    }

    /** The number of examples. */
    public int size() {
        return labels.length;
    }

    public int label(int example) {
        return labels[example];
    }

    /** All labels, a copy. */
    public int[] labels() {
        return labels.clone();
    }

    /** The number of examples of each class. */
    public int[] classHistogram() {
        int[] counts = new int[classCount()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** Whether examples are images (bytes) or points (coordinates). */
    public boolean holdsImages() {
        return pixels instanceof BytePixels;
    }

    /** Copies one example, [C, H, W] row-major, to target[offset …]: images as pixel/255, points as they are. */
    public void copyTo(int example, float[] target, int offset) {
        pixels.copyScaled(example, 0, pixels.length(example), (float) pixels.unitScale(), 0, target, offset);
    }

    /** The chosen examples in the given order. */
    public ImageDataset select(int[] examples) {
        int[] chosen = Arrays.stream(examples).map(i -> labels[i]).toArray();
        return new ImageDataset(name, exampleShape, classNames, chosen, pixels.select(examples), provenance);
    }

    /**
     * The first examples in original order.
     * @throws BadInputException if there are fewer
     */
    public ImageDataset first(int count) {
        if (count < 1 || count > size()) {
            throw new BadInputException(
                    Message.of("data.fewerExamples", count, size()).at(name));
        }
        return count == size() ? this : select(IntStream.range(0, count).toArray());
    }

    /** SHA-256 of shape, labels and values in order: equal for equal content, however it was stored. */
    public String contentSha256() {
        var digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(exampleShape.axis(0))
                .putInt(exampleShape.axis(1))
                .putInt(exampleShape.axis(2))
                .flip());
        for (int i = 0; i < size(); i++) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(labels[i]).flip());
            pixels.updateDigest(i, digest);
        }
        return Sha256.hex(digest);
    }

    Pixels pixels() {
        return pixels;
    }
}
