package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Rings around one center, one class each, of radius (class + 1)/classes.
 */
@JsonTypeName("rings")
public record Rings(
        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "points", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "500", min = 10, max = 1000000, unit = "points", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "2", min = 2, max = 5, meaning = "rings, one class each")
        int classes,

        @Setting(defaultValue = "0.05", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other points of the same kind")
        long seed)
        implements PlanePoints {
    public static final DataCard CARD =
            PlanePoints.card("rings", Message.of("data.ringsTitle"), Message.of("data.rings"));

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public double[] point(int label, RandomGenerator random) {
        double t = random.nextDouble();
        double radius = (label + 1.0) / classes;
        double angle = 2 * Math.PI * t;
        return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
}
