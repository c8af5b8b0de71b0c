package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.random.RandomGenerator;

/** Two classes of points of the square [−1, 1]²: those below a curve y = f(x), and those above it. */
@JsonTypeName("above-curve")
@Origin(formula = "y = [x₂ > g(x₁)]")
public record AboveCurve(
        @Setting(
                defaultValue = "\"0.5*sin(4*x)\"",
                meaning = "f(x) of the curve: numbers, x, pi, e, + - * / ^, parentheses, sin, cos, tan, tanh, exp, log,"
                        + " sqrt, abs")
        String formula,

        @Setting(defaultValue = "1000", min = 10, max = 1000000, unit = "points", meaning = "size of the training set")
        int trainCount,

        @Setting(defaultValue = "500", min = 10, max = 1000000, unit = "points", meaning = "size of the test set")
        int testCount,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.NOISE)
        double noise,

        @Setting(defaultValue = "0", min = 0, max = 1, meaning = PlanePoints.LABEL_NOISE)
        double labelNoise,

        @Setting(defaultValue = "1", meaning = "seed of the drawing; another one gives other points of the same kind")
        long seed)
        implements PlanePoints {
    public static final DataCard CARD =
            PlanePoints.card("above-curve", Message.of("data.aboveCurveTitle"), Message.of("data.aboveCurve"));

    private static final int MOST_TRIES = 10_000;

    /** @throws BadInputException if the formula cannot be read */
    public AboveCurve {
        Formula.parse(formula);
    }

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public int classes() {
        return 2;
    }

    /** @throws BadInputException if hardly any of the square is on that side of the curve */
    @Override
    public double[] point(int label, RandomGenerator random) {
        Formula f = Formula.parse(formula);
        for (int i = 0; i < MOST_TRIES; i++) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double curve = f.at(x);
            if (label == 0 ? y <= curve : y > curve) {
                return new double[] {x, y};
            }
        }
        throw new BadInputException(Message.of("data.curveOutside", formula).at("above-curve.formula"));
    }
}
