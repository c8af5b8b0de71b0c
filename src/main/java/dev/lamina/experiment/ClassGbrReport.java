package dev.lamina.experiment;

import dev.lamina.data.DataLocation;
import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.probe.Due;
import dev.lamina.probe.GbrByClass;
import dev.lamina.probe.Probe;
import dev.lamina.train.TrainingPlan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * GBR of each class of a trained run, on probe images chosen as in training and with the run's own settings; written into
 * the run folder as the figure gbr-by-class.
 *
 * @param checkpoint which one was measured, in words
 * @param labels of the classes that were measured
 */
public record ClassGbrReport(String checkpoint, int[] labels, Reading.PerClass gbr, WrittenFigure figure) {
    /**
     * What to measure.
     *
     * @param images probe images instead of the run's own number
     * @param threads instead of the run's own
     */
    public record Options(OptionalInt images, CheckpointChoice checkpoint, OptionalInt threads) {}

    /** The mean over all probe images. */
    public double mean() {
        return IntStream.range(0, labels.length)
                        .mapToDouble(i -> gbr.examples()[i] * gbr.values()[i])
                        .sum()
                / images();
    }

    /** All probe images. */
    public int images() {
        return Arrays.stream(gbr.examples()).sum();
    }

    public static ClassGbrReport of(RunFolder folder, Options options, DataLocation where) {
        try (TrainedRun run = TrainedRun.open(folder, options.checkpoint(), where, options.threads())) {
            TrainingPlan plan = run.plan();
            Integer images = options.images().isPresent() ? options.images().getAsInt() : null;
            try (Probe probe = new GbrByClass(images, new Due(1, null, null)).open(run.context())) {
                Reading.PerClass gbr = (Reading.PerClass)
                        Objects.requireNonNull(probe.measure(plan.epochs()).get(Tags.GBR_BY_CLASS));
                List<String> names = plan.data().training().classNames();
                int[] labels = gbr.classes().stream().mapToInt(names::indexOf).toArray();
                WrittenFigure figure = FigureFiles.write(
                        figure(labels, gbr),
                        FigureStyle.singleColumn(),
                        folder.figureOrigin(),
                        folder.figures(),
                        "gbr-by-class",
                        EnumSet.allOf(FigureFormat.class));
                return new ClassGbrReport(run.checkpoint(), labels, gbr, figure);
            }
        }
    }

    private static FigureSpec figure(int[] labels, Reading.PerClass gbr) {
        Series series = Series.of(
                Tags.GBR.quantity(), Arrays.stream(labels).asDoubleStream().toArray(), gbr.values());
        return FigureSpec.of(Panel.of(
                AxisSpec.of("class", AxisScale.INTEGER),
                AxisSpec.of(Tags.GBR.withUnit(Tags.GBR.quantity()), AxisScale.LOGARITHMIC),
                List.of(
                        Arrays.stream(gbr.standardErrors()).anyMatch(e -> e > 0)
                                ? series.withStandardError(gbr.standardErrors())
                                : series)));
    }
}
