package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drawn figures on 3×32×32 pixels: needs no download, and is there in less than a second.
 * Image i of a part depends on the seed, the noise, the number of classes, the part and i alone; its class is i modulo
 * the number of classes, so every run of consecutive images is balanced.
 */
@JsonTypeName("shapes")
@Origin(formula = "x ∈ [0, 1]^(3×32×32), K ≤ 10")
public record Shapes(
        @Setting(defaultValue = "4000", min = 10, max = 1000000, unit = "images", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "images", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "10", min = 2, max = 10, meaning = "how many of the figures, from the first on")
        int classes,

        @Setting(
                defaultValue = "0.06",
                min = 0,
                max = 0.5,
                meaning = "standard deviation of the pixel noise, as part of the full range")
        double noise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other images of the same kind")
        long seed)
        implements DataSource {
    public static final DataCard CARD = DataCard.withoutFiles(
            "shapes",
            Message.of("data.shapesTitle"),
            Message.of("data.shapes"),
            Message.of("data.asLamina"),
            Message.verbatim("Lamina"));

    private static final Shape SHAPE = Shape.of(3, ShapePainter.SIDE, ShapePainter.SIDE);

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return new DataOutline(SHAPE, classNames(), trainCount);
    }

    @Override
    public TrainTest load(DataLocation where) {
        return new TrainTest(
                part(Message.of("data.trainingPart", CARD.id()), "training", trainCount),
                part(Message.of("data.testPart", CARD.id()), "test", testCount));
    }

    private ImageDataset part(Message name, String part, int count) {
        Seeds seeds = new Seeds(seed);
        ShapePainter painter = new ShapePainter(noise);
        List<Figure> figures = List.of(Figure.values());
        byte[][] pixels = new byte[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
            pixels[i] = painter.paint(figures.get(labels[i]), seeds.stream("shapes " + part, i));
        }
        return new LabeledImages(labels, pixels, List.of()).dataset(name, CARD, SHAPE, classNames());
    }

    private List<String> classNames() {
        return Stream.of(Figure.values()).limit(classes).map(Figure::title).toList();
    }
}
