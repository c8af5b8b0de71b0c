package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The figures of a training run, and of several runs laid over each other. Metrics that were never measured are left
 * out; epochs in which one was not measured have no point.
 */
public final class TrainingFigures {
    static final AxisSpec EPOCHS = AxisSpec.of("epoch", AxisScale.INTEGER);

    private TrainingFigures() {}

    /** All figures for which the run has measurements, by the base name of their files. */
    public static Map<String, FigureSpec> ofRun(List<EpochMetrics> epochs) {
        return ofRun(epochs, UnaryOperator.identity());
    }

    /** @param said what a tag is called where more is known of the run, such as which of its heads decides */
    public static Map<String, FigureSpec> ofRun(List<EpochMetrics> epochs, UnaryOperator<Tag> said) {
        Map<String, FigureSpec> figures = new LinkedHashMap<>();
        figures.put("accuracy-and-gbr", accuracyAndBound(epochs, said));
        figures.put("loss", loss(epochs));
        figures.put("learning-rate", learningRate(epochs));
        figures.put("weight-norms", weightNorms(epochs));
        figures.values().removeIf(figure -> figure.seriesNames().isEmpty());
        return figures;
    }

    /**
     * Accuracy of the training, validation and test images in one panel, WNLL stages shaded, GBR with its standard error on a logarithmic
     * axis in the next; the second is there only if GBR was measured.
     */
    public static FigureSpec accuracyAndBound(List<EpochMetrics> epochs) {
        return accuracyAndBound(epochs, UnaryOperator.identity());
    }

    /** The same with names as in {@link #ofRun(List, UnaryOperator)}. */
    public static FigureSpec accuracyAndBound(List<EpochMetrics> epochs, UnaryOperator<Tag> said) {
        List<Tag> accuracies = Stream.of(
                        Tags.TRAIN_ACCURACY,
                        Tags.VALIDATION_ACCURACY,
                        Tags.TEST_ACCURACY,
                        Tags.WNLL_VALIDATION_ACCURACY,
                        Tags.WNLL_TEST_ACCURACY)
                .map(said)
                .toList();
        Panel accuracy = panel(epochs, accuracies).withNotes(StageBands.of(epochs));
        List<Tag> bounds = Tags.GBRS.stream()
                .filter(tag -> !measured(epochs, tag).isEmpty())
                .map(said)
                .toList();
        if (bounds.isEmpty()) {
            return FigureSpec.of(accuracy);
        }
        List<Series> bound = new ArrayList<>();
        bounds.forEach(tag -> addMeasured(bound, epochs, tag, tag.quantity()));
        return FigureSpec.of(accuracy, Panel.of(EPOCHS, axis(bounds.getFirst()), bound));
    }

    /** The loss of the training, validation and test images. */
    public static FigureSpec loss(List<EpochMetrics> epochs) {
        return FigureSpec.of(panel(epochs, List.of(Tags.TRAIN_LOSS, Tags.VALIDATION_LOSS, Tags.TEST_LOSS)));
    }

    public static FigureSpec learningRate(List<EpochMetrics> epochs) {
        return FigureSpec.of(panel(epochs, List.of(Tags.LEARNING_RATE)));
    }

    /**
     * The weight norms behind the upper bounds of GBR, as powers of ten: log₁₀ Π ‖Wⁱ‖_F² and
     * log₁₀ ((Σ ‖Wⁱ‖_F²) / L)^L (Li, Chen, Yang, eq. 17).
     */
    public static FigureSpec weightNorms(List<EpochMetrics> epochs) {
        List<Series> series = new ArrayList<>();
        addMeasured(
                series,
                epochs,
                Tags.LOG10_NORM_PRODUCT,
                Message.of("figure.productOfNorms").toString());
        addMeasured(
                series,
                epochs,
                Tags.LOG10_WEIGHT_DECAY_BOUND,
                Message.of("figure.weightDecayBound").toString());
        return FigureSpec.of(
                Panel.of(EPOCHS, AxisSpec.of(Message.of("figure.squaredNorms").toString(), AxisScale.LINEAR), series));
    }

    /**
     * The same metrics of several runs, a panel for each metric, a curve for each run: "GBR against epoch for
     * λ = 0, 10⁻⁸, …". A run keeps its look in all panels; GBR has its standard error.
     *
     * @param runs with distinct names
     */
    public static FigureSpec compare(List<Tag> metrics, List<RunMetrics> runs) {
        List<Panel> panels = new ArrayList<>();
        for (Tag metric : metrics) {
            List<Series> series = new ArrayList<>();
            runs.forEach(run -> addMeasured(series, run.epochs(), metric, run.name()));
            panels.add(Panel.of(EPOCHS, axis(metric, metric.label()), series));
        }
        return new FigureSpec("", panels);
    }

    /** One quantity on several parts of the data; the curves are named for the parts. */
    private static Panel panel(List<EpochMetrics> epochs, List<Tag> metrics) {
        List<Series> series = new ArrayList<>();
        for (Tag metric : metrics) {
            addMeasured(series, epochs, metric, metric.part().isEmpty() ? metric.quantity() : metric.part());
        }
        return Panel.of(EPOCHS, axis(metrics.getFirst()), series);
    }

    static void addMeasured(List<Series> series, List<EpochMetrics> epochs, Tag metric, String name) {
        List<EpochMetrics> measured = measured(epochs, metric);
        if (!measured.isEmpty()) {
            Series curve = Series.of(
                    name,
                    measured.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                    measured.stream()
                            .mapToDouble(e -> metric.displayed(e.value(metric).orElseThrow()))
                            .toArray());
            series.add(Tags.GBRS.contains(metric) ? withStandardError(curve, measured) : curve);
        }
    }

    private static Series withStandardError(Series bound, List<EpochMetrics> measured) {
        double[] errors = measured.stream()
                .mapToDouble(e -> e.value(Tags.GBR_STANDARD_ERROR).orElse(0))
                .toArray();
        boolean estimated = Arrays.stream(errors).anyMatch(error -> error > 0);
        return estimated ? bound.withStandardError(errors) : bound;
    }

    private static List<EpochMetrics> measured(List<EpochMetrics> epochs, Tag metric) {
        return epochs.stream().filter(e -> e.value(metric).isPresent()).toList();
    }

    /** An axis for several parts of the data. */
    private static AxisSpec axis(Tag metric) {
        return axis(metric, metric.quantity());
    }

    static AxisSpec axis(Tag metric, String name) {
        AxisScale scale = switch (metric.scale()) {
            case LINEAR -> AxisScale.LINEAR;
            case LOGARITHMIC -> AxisScale.LOGARITHMIC;
        };
        return AxisSpec.of(metric.withUnit(name), scale);
    }
}
