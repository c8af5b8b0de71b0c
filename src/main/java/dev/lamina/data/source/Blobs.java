package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Gaussian clouds, one class each, their centers at equal angles on a circle of radius 0.8; the noise is their spread.
 */
@JsonTypeName("blobs")
@Origin(formula = "x ∼ N(m_k, s² I)")
public record Blobs(
        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "points", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "500", min = 10, max = 1000000, unit = "points", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "3", min = 2, max = 5, meaning = "clouds, one class each")
        int classes,

        @Setting(defaultValue = "0.25", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other points of the same kind")
        long seed)
        implements PlanePoints {
    public static final DataCard CARD =
            PlanePoints.card("blobs", Message.of("data.blobsTitle"), Message.of("data.blobs"));

    private static final double RADIUS = 0.8;

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public double[] point(int label, RandomGenerator random) {
        double angle = 2 * Math.PI * label / classes;
        return new double[] {RADIUS * StrictMath.cos(angle), RADIUS * StrictMath.sin(angle)};
    }
}
