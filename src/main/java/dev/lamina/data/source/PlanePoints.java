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
sealed interface PlanePoints extends DataSource permits Moons, Spirals, Rings {
    String NOISE = "standard deviation of the noise on both coordinates";

    int trainCount();

    int testCount();

    int classes();

    double noise();

    long seed();

    /** Where a class's noiseless point lies for a number t drawn uniformly from [0, 1). */
    double[] point(int label, double t);

    @Override
    default DataOutline outline(DataLocation where) {
        return new DataOutline(Shape.of(2, 1, 1), classNames(), trainCount());
    }

    @Override
    default TrainTest load(DataLocation where) {
        return new TrainTest(
                part(card().trainingPart(), "training", trainCount()), part(card().testPart(), "test", testCount()));
    }

    private ImageDataset part(Message name, String part, int count) {
        Seeds seeds = new Seeds(seed());
        float[][] points = new float[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes();
            RandomGenerator random = seeds.stream(card().id() + " " + part, i);
            double[] point = point(labels[i], random.nextDouble());
            points[i] = new float[] {
                (float) (point[0] + noise() * random.nextGaussian()),
                (float) (point[1] + noise() * random.nextGaussian())
            };
        }
        return ImageDataset.ofPoints(name, classNames(), labels, points, card().provenance(List.of()));
    }

    private List<String> classNames() {
        return IntStream.range(0, classes())
                .mapToObj(k -> String.valueOf((char) ('A' + k)))
                .toList();
    }

    /** A data card for points. */
    static DataCard card(String id, Message title, Message description) {
        return DataCard.withoutFiles(id, title, description, Message.of("data.asLamina"), Message.verbatim("Lamina"));
    }
}
