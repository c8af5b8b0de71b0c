package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Your own points of the plane, listed in the configuration or in a file of lines "x,y,class". Of each class every point
 * is drawn for testing with the same chance, one at least kept for training; without points for testing, the training
 * points are tested.
 */
@JsonTypeName("own-points")
public record OwnPoints(
        @Setting(defaultValue = "[]", meaning = "the points")
        List<OwnPoint> points,

        @Setting(
                meaning =
                        "a file of further points, a line \"x,y,class\" each, classes numbered from 0; none unless given")
        @Nullable
        String file,

        @Setting(defaultValue = "0.3", min = 0, max = 0.9, meaning = "share of each class kept for testing")
        double testFraction,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the split and of the noise")
        long seed)
        implements DataSource {
    public static final DataCard CARD =
            PlanePoints.card("own-points", Message.of("data.ownPointsTitle"), Message.of("data.ownPoints"));

    public OwnPoints {
        points = List.copyOf(points);
    }

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        Split split = split(where);
        return new DataOutline(
                Shape.of(2, 1, 1),
                PlanePoints.classNames(split.classes()),
                split.training().size());
    }

    @Override
    public TrainTest load(DataLocation where) {
        Split split = split(where);
        return new TrainTest(
                part(CARD.trainingPart(), split.training(), split.classes(), labelNoise),
                part(CARD.testPart(), split.test().isEmpty() ? split.training() : split.test(), split.classes(), 0));
    }

    private record Split(List<OwnPoint> training, List<OwnPoint> test, int classes) {}

    /** The first point of each class is one to train on. */
    private Split split(DataLocation where) {
        List<OwnPoint> all = all(where);
        List<OwnPoint> training = new ArrayList<>();
        List<OwnPoint> test = new ArrayList<>();
        boolean[] kept = new boolean[classes(all)];
        Seeds seeds = new Seeds(seed);
        for (int i = 0; i < all.size(); i++) {
            OwnPoint point = all.get(i);
            boolean forTest =
                    kept[point.label()] && seeds.stream("own points split", i).nextDouble() < testFraction;
            kept[point.label()] = true;
            (forTest ? test : training).add(point);
        }
        return new Split(training, test, kept.length);
    }

    private ImageDataset part(Message name, List<OwnPoint> of, int classes, double wrong) {
        Seeds seeds = new Seeds(seed);
        float[][] places = new float[of.size()][];
        int[] labels = new int[of.size()];
        for (int i = 0; i < places.length; i++) {
            OwnPoint point = of.get(i);
            RandomGenerator random = seeds.stream("own points", i);
            labels[i] = point.label();
            places[i] = new float[] {
                (float) (point.x() + noise * random.nextGaussian()), (float) (point.y() + noise * random.nextGaussian())
            };
        }
        return ImageDataset.ofPoints(
                name,
                PlanePoints.classNames(classes),
                LabelNoise.on(labels, classes, wrong, seed),
                places,
                CARD.provenance(List.of()));
    }

    /** @throws BadInputException if there are none, or the file cannot be read */
    private List<OwnPoint> all(DataLocation where) {
        List<OwnPoint> all = new ArrayList<>(points);
        Optional.ofNullable(file)
                .map(name -> PointsFile.read(find(name, where)))
                .ifPresent(all::addAll);
        if (all.isEmpty()) {
            throw new BadInputException(Message.of("data.noPoints").at("own-points.points"));
        }
        return all;
    }

    private static Path find(String name, DataLocation where) {
        return where.roots().stream()
                .map(root -> root.resolve(name))
                .filter(path -> path.toFile().isFile())
                .findFirst()
                .orElse(Path.of(name));
    }

    /** Two at least, so that there is something to decide. */
    private static int classes(List<OwnPoint> all) {
        return Math.max(2, 1 + all.stream().mapToInt(OwnPoint::label).max().orElse(0));
    }
}
