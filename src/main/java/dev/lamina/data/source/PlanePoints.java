package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Points of the plane for teaching: two coordinates an example, classes in turn, Gaussian noise on both coordinates.
 * Point i of a part depends on the fields, the part and i alone.
 */
sealed interface PlanePoints extends DataSource permits Moons, Spirals, Rings, Blobs, Xor, AboveCurve {
    String TRAINING = "training";
    String NOISE = "standard deviation of the noise on both coordinates";

    String LABEL_NOISE = "share of the training points whose label is another class, drawn at random";

    int trainCount();

    int testCount();

    int classes();

    double noise();

    double labelNoise();

    long seed();

    /** A noiseless point of a class, drawn at random. */
    double[] point(int label, RandomGenerator random);

    @Override
    default DataOutline outline(DataLocation where) {
        return new DataOutline(Shape.of(2, 1, 1), classNames(), trainCount());
    }

    @Override
    default TrainTest load(DataLocation where) {
        return new TrainTest(
                part(card().trainingPart(), TRAINING, trainCount()), part(card().testPart(), "test", testCount()));
    }

    private ImageDataset part(Message name, String part, int count) {
        Seeds seeds = new Seeds(seed());
        float[][] points = new float[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes();
            RandomGenerator random = seeds.stream(card().id() + " " + part, i);
            double[] point = point(labels[i], random);
            points[i] = new float[] {
                (float) (point[0] + noise() * random.nextGaussian()),
                (float) (point[1] + noise() * random.nextGaussian())
            };
        }
        if (part.equals(TRAINING)) {
            labels = LabelNoise.on(labels, classes(), labelNoise(), seed());
        }
        return ImageDataset.ofPoints(name, classNames(), labels, points, card().provenance(List.of()));
    }

    private List<String> classNames() {
        return classNames(classes());
    }

    /** A, B, C, … */
    static List<String> classNames(int classes) {
        return IntStream.range(0, classes)
                .mapToObj(k -> String.valueOf((char) ('A' + k)))
                .toList();
    }

    /** A data card for points. */
    static DataCard card(String id, Message title, Message description) {
        return DataCard.withoutFiles(id, title, description, Message.of("data.asLamina"), Message.verbatim("Lamina"));
    }
}
