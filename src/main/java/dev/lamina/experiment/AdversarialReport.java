package dev.lamina.experiment;

import dev.lamina.archive.StoredRun;
import dev.lamina.batch.Interruption;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.message.Message;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.probe.AdversarialAccuracy;
import dev.lamina.probe.DecidingHead;
import dev.lamina.probe.FastGradientSign;
import dev.lamina.probe.FgsmScale;
import dev.lamina.probe.WnllGradientSign;
import dev.lamina.tensor.BadInputException;
import dev.lamina.train.TrainingPlan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Accuracy against ε of a trained run on adversarial test images, written into the run folder as the figure fgsm-pixel
 * or fgsm-normalized, with -wnll behind it where WNLL decides.
 *
 * @param checkpoint which one was measured, in words
 * @param examples test images
 */
public record AdversarialReport(
        Message checkpoint, int examples, List<AdversarialAccuracy> curve, WrittenFigure figure) {
    /**
     * What to measure.
     *
     * @param epsilons in the scale's unit, each at least 0
     * @param count test images, the first ones; all where empty
     * @param through the head that is attacked and decides
     * @param threads instead of the run's own
     */
    public record Options(
            List<Double> epsilons,
            FgsmScale scale,
            DecidingHead through,
            OptionalInt count,
            CheckpointChoice checkpoint,
            OptionalInt threads) {
        public Options {
            epsilons = List.copyOf(epsilons);
            for (double epsilon : epsilons) {
                if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
                    throw new BadInputException(Message.of("experiment.epsilon").at("--epsilon " + epsilon));
                }
            }
        }
    }

    /** @param examplesDone is told after each batch */
    public static AdversarialReport of(
            StoredRun stored, Options options, DataLocation where, IntConsumer examplesDone) {
        try (TrainedRun run = TrainedRun.open(stored, options.checkpoint(), where, options.threads())) {
            TrainingPlan plan = run.plan();
            ImageDataset test = plan.data().test();
            ImageDataset images =
                    options.count().isPresent() ? test.first(options.count().getAsInt()) : test;
            List<AdversarialAccuracy> curve = switch (options.through()) {
                case LINEAR -> ofLinear(run, images, options, examplesDone);
                case WNLL -> ofWnll(run, images, options, examplesDone);
            };
            String name = "fgsm-" + options.scale().name().toLowerCase(Locale.ROOT);
            WrittenFigure figure = FigureFiles.write(
                    figure(curve, options, stored.config()),
                    FigureStyle.singleColumn(),
                    new FigureOrigin(stored.configSha256()),
                    stored.folder().figures(),
                    options.through() == DecidingHead.WNLL ? name + "-wnll" : name,
                    FigureFormat.shown());
            return new AdversarialReport(run.checkpoint(), images.size(), curve, figure);
        }
    }

    private static List<AdversarialAccuracy> ofLinear(
            TrainedRun run, ImageDataset images, Options options, IntConsumer examplesDone) {
        TrainingPlan plan = run.plan();
        try (FastGradientSign probe = new FastGradientSign(
                run.session(),
                plan.network(),
                plan.normalization(),
                options.scale(),
                plan.batches().batchSize(),
                Interruption.NEVER)) {
            return probe.measure(images, options.epsilons(), examplesDone);
        }
    }

    private static List<AdversarialAccuracy> ofWnll(
            TrainedRun run, ImageDataset images, Options options, IntConsumer examplesDone) {
        TrainingPlan plan = run.plan();
        Interpolated interpolated = plan.network()
                .head()
                .interpolated()
                .orElseThrow(() -> new BadInputException(
                        Message.of("experiment.noWnllHead").at("--through wnll")));
        try (WnllGradientSign probe = new WnllGradientSign(
                run.session(),
                plan.network(),
                interpolated,
                plan.normalization(),
                options.scale(),
                plan.batches().batchSize(),
                Interruption.NEVER)) {
            return probe.measure(plan.data().training(), images, options.epsilons(), examplesDone);
        }
    }

    private static FigureSpec figure(List<AdversarialAccuracy> curve, Options options, ExperimentConfig config) {
        Message unit = Message.of("experiment.unit." + options.scale().name().toLowerCase(Locale.ROOT));
        Tag metric = RunTags.of(config)
                .apply(
                        switch (options.through()) {
                            case LINEAR -> Tags.TEST_ACCURACY;
                            case WNLL -> Tags.WNLL_TEST_ACCURACY;
                        });
        return FigureSpec.of(Panel.of(
                AxisSpec.of("FGSM ε (" + unit + ")", AxisScale.LINEAR),
                AxisSpec.of(metric.withUnit(metric.label()), AxisScale.LINEAR),
                List.of(Series.of(
                        metric.label(),
                        curve.stream().mapToDouble(AdversarialAccuracy::epsilon).toArray(),
                        curve.stream()
                                .mapToDouble(point -> metric.displayed(point.accuracy()))
                                .toArray()))));
    }
}
