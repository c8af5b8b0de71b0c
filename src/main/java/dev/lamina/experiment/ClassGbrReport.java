package dev.lamina.experiment;

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
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.metric.Tags;
import dev.lamina.probe.ClassGbr;
import dev.lamina.probe.GbrSettings;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.probe.Interruption;
import dev.lamina.probe.ProbeImages;
import dev.lamina.train.TrainingPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * GBR of each class of a trained run, on probe images chosen as in training and with the run's own settings; written into
 * the run folder as the figure gbr-by-class.
 *
 * @param checkpoint which one was measured, in words
 * @param classNames of the data set, by label
 */
public record ClassGbrReport(String checkpoint, List<String> classNames, List<ClassGbr> classes, WrittenFigure figure) {
    /**
     * What to measure.
     *
     * @param images probe images instead of the run's own number
     * @param threads instead of the run's own
     */
    public record Options(OptionalInt images, CheckpointChoice checkpoint, OptionalInt threads) {}

    /** The mean over all probe images. */
    public double mean() {
        return classes.stream().mapToDouble(c -> c.images() * c.value()).sum() / images();
    }

    /** All probe images. */
    public int images() {
        return classes.stream().mapToInt(ClassGbr::images).sum();
    }

    public static ClassGbrReport of(RunFolder folder, Options options, DataLocation where) {
        try (TrainedRun run = TrainedRun.open(folder, options.checkpoint(), where, options.threads())) {
            TrainingPlan plan = run.plan();
            GbrSettings settings = plan.gbr();
            ImageDataset images = ProbeImages.choose(
                    plan.data().training(), options.images().orElse(settings.images()), plan.seeds());
            try (GeneralizationBound probe = new GeneralizationBound(
                    run.session(),
                    plan.network(),
                    settings,
                    images,
                    plan.normalization(),
                    plan.seeds(),
                    Interruption.NEVER)) {
                List<ClassGbr> classes = probe.measureByClass(plan.epochs());
                WrittenFigure figure = FigureFiles.write(
                        figure(classes),
                        FigureStyle.singleColumn(),
                        folder.figureOrigin(),
                        folder.figures(),
                        "gbr-by-class",
                        EnumSet.allOf(FigureFormat.class));
                return new ClassGbrReport(run.checkpoint(), images.classNames(), classes, figure);
            }
        }
    }

    private static FigureSpec figure(List<ClassGbr> classes) {
        Series series = Series.of(
                Tags.GBR.quantity(),
                classes.stream().mapToDouble(ClassGbr::label).toArray(),
                classes.stream().mapToDouble(ClassGbr::value).toArray());
        double[] errors = classes.stream().mapToDouble(ClassGbr::standardError).toArray();
        return FigureSpec.of(Panel.of(
                AxisSpec.of("class", AxisScale.INTEGER),
                AxisSpec.of(Tags.GBR.withUnit(Tags.GBR.quantity()), AxisScale.LOGARITHMIC),
                List.of(
                        classes.stream().anyMatch(c -> c.standardError() > 0)
                                ? series.withStandardError(errors)
                                : series)));
    }
}
