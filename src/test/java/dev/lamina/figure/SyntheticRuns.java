package dev.lamina.figure;

import dev.lamina.figure.text.NumberText;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** Made-up curves that look like training runs, for trying figures out. */
public final class SyntheticRuns {
    private SyntheticRuns() {}

    /** A run whose accuracy saturates and whose GBR grows, with the learning rate stepping down twice. */
    public static List<EpochMetrics> run(int epochs, double weightDecay, long seed) {
        RandomGenerator random = new Seeds(seed).stream("synthetic");
        List<EpochMetrics> run = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double t = (double) epoch / epochs;
            int phase = t > 0.75 ? 2 : t > 0.5 ? 1 : 0;
            double train = 1 - 0.62 * Math.exp(-4.5 * t) - 0.05 * (2 - phase) / 2 + 0.006 * random.nextGaussian();
            double gap = 0.08 * t;
            double gbr = 12
                    * Math.pow(10, (2.2 - 0.35 * Math.log10(1 + weightDecay * 1e7)) * t)
                    * (1 + 0.08 * random.nextGaussian());
            run.add(EpochMetrics.of(
                    epoch,
                    epoch * 71L,
                    Map.of(
                            Tags.TRAIN_LOSS, 2.3 * Math.exp(-3 * t) + 0.02,
                            Tags.TRAIN_ACCURACY, Math.min(1, train),
                            Tags.VALIDATION_ACCURACY, train - gap + 0.012 * random.nextGaussian(),
                            Tags.TEST_ACCURACY, train - gap - 0.006 + 0.008 * random.nextGaussian(),
                            Tags.VALIDATION_LOSS, 2.3 * Math.exp(-2.2 * t) + 0.25 * t + 0.05,
                            Tags.GBR, gbr,
                            Tags.GBR_STANDARD_ERROR, 0.12 * gbr,
                            Tags.LOG10_NORM_PRODUCT, 22 + 9 * t,
                            Tags.LOG10_WEIGHT_DECAY_BOUND, 26 + 11 * t,
                            Tags.LEARNING_RATE, 0.1 * Math.pow(10, -phase))));
        }
        return run;
    }

    /** The same run with several weight decays. */
    public static List<RunMetrics> weightDecays(int epochs) {
        return DoubleStream.of(0, 1e-8, 1e-6, 1e-4, 1e-3, 1e-2)
                .mapToObj(decay -> new RunMetrics(NumberText.setting("λ", decay), run(epochs, decay, 7)))
                .toList();
    }
}
