package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Spiral arms from the center outward, one class each.
 *   radius r = 0.1 + 0.9 √t,   angle = 1.75·2π·r + 2π·class/classes
 */
@JsonTypeName("spirals")
public record Spirals(
        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "points", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "500", min = 10, max = 1000000, unit = "points", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "2", min = 2, max = 5, meaning = "arms, one class each")
        int classes,

        @Setting(defaultValue = "0.02", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other points of the same kind")
        long seed)
        implements PlanePoints {
    public static final DataCard CARD =
            PlanePoints.card("spirals", Message.of("data.spiralsTitle"), Message.of("data.spirals"));

    /** How often an arm goes around the center per unit of radius. */
    private static final double TURNS = 1.75;

    @Override
    public DataCard card() {
        return CARD;
    }

    /** The root spreads the points evenly along an arm, which grows longer outward. */
    @Override
    public double[] point(int label, RandomGenerator random) {
        double t = random.nextDouble();
        double radius = 0.1 + 0.9 * Math.sqrt(t);
        double angle = 2 * Math.PI * (TURNS * radius + (double) label / classes);
        return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
}
