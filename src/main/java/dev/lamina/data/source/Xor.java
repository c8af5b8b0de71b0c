package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import java.util.random.RandomGenerator;

/**
 * Two classes in opposite quarters of the square [−1, 1]²: one where both coordinates have the same sign, the other where
 * they do not. No straight line parts them (Minsky, Papert 1969).
 */
@JsonTypeName("xor")
@Origin(formula = "y = [x₁ x₂ < 0]")
public record Xor(
        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "points", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "500", min = 10, max = 1000000, unit = "points", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "0.05", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other points of the same kind")
        long seed)
        implements PlanePoints {
    public static final DataCard CARD = PlanePoints.card("xor", Message.of("data.xorTitle"), Message.of("data.xor"));

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
        double x = random.nextDouble();
        double y = random.nextDouble();
        double side = random.nextBoolean() ? 1 : -1;
        return new double[] {side * x, label == 0 ? side * y : -side * y};
    }
}
