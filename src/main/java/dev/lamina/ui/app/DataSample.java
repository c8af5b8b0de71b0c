package dev.lamina.ui.app;

import dev.lamina.config.DataConfig;
import dev.lamina.data.AugmentedImages;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the training data, to be looked at.
 *
 * @param shape of an example
 * @param classes in the order of their labels
 */
record DataSample(Shape shape, List<OfClass> classes) {
    /** Of images as many as fit beside one another, of points what still can be told apart. */
    private static final int IMAGES = 5;

    private static final int POINTS = 300;

    /**
     * The first examples of a class.
     *
     * @param count how many there are
     * @param stored as they are: images as numbers from 0 to 1, points as coordinates
     * @param augmented the same examples as training may see them; empty where nothing is augmented
     */
    record OfClass(String name, int count, List<float[]> stored, List<float[]> augmented) {}

    /** Reads the data. @throws dev.lamina.tensor.BadInputException if it is not there or damaged */
    static DataSample of(DataConfig config, DataLocation where) {
        ImageDataset training = config.source().load(where).training();
        int[] counts = training.classHistogram();
        List<OfClass> classes = IntStream.range(0, training.classCount())
                .mapToObj(label -> ofClass(config, training, label, counts[label]))
                .toList();
        return new DataSample(training.exampleShape(), classes);
    }

    private static OfClass ofClass(DataConfig config, ImageDataset training, int label, int count) {
        boolean images = training.holdsImages();
        int[] first = IntStream.range(0, training.size())
                .filter(i -> training.label(i) == label)
                .limit(images ? IMAGES : POINTS)
                .toArray();
        boolean changes = images && !config.augmentations().isEmpty();
        return new OfClass(
                training.classNames().get(label),
                count,
                read(new AugmentedImages(training, List.of()), first),
                changes ? read(new AugmentedImages(training, config.augmentations()), first) : List.of());
    }

    private static List<float[]> read(AugmentedImages images, int[] examples) {
        return IntStream.of(examples).mapToObj(i -> images.image(i, 1)).toList();
    }

    /** Whether an example is a point of the plane. */
    boolean isPlane() {
        return shape.equals(Shape.of(2, 1, 1));
    }
}
