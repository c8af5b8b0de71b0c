package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Two interleaved half circles of radius 1: (cos πt, sin πt) and (1 − cos πt, ½ − sin πt).
 */
@JsonTypeName("moons")
public record Moons(
        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "points", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "500", min = 10, max = 1000000, unit = "points", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "0.1", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other points of the same kind")
        long seed)
        implements PlanePoints {
    public static final DataCard CARD =
            PlanePoints.card("moons", Message.of("data.moonsTitle"), Message.of("data.moons"));

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public double[] point(int label, RandomGenerator random) {
        double t = random.nextDouble();
        double angle = Math.PI * t;
        return label == 0
                ? new double[] {StrictMath.cos(angle), StrictMath.sin(angle)}
                : new double[] {1 - StrictMath.cos(angle), 0.5 - StrictMath.sin(angle)};
    }
}
