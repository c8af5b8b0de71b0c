package dev.lamina.ui.run;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.metric.StageSpan;
import dev.lamina.ui.chart.BoundedSeries;
import dev.lamina.ui.chart.Mark;
import dev.lamina.ui.chart.Numbers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The curves of one run against epochs, filled on the training thread and read by the one that draws. Steps stand at
 * fractions of an epoch.
 */
public final class RunCurves implements TrainingListener {
    private static final int MOST_POINTS = 1 << 15;
    private static final int MOST_POINTS_OF_A_LAYER = 1 << 12;
    private static final Map<String, String> SYMBOLS = Map.of("learningRate", "η", "weightDecay", "λ", "momentum", "μ");
    private static final Set<ChartKind> CHANGED_BY_STEPS =
            EnumSet.of(ChartKind.LOSS, ChartKind.LEARNING_RATE, ChartKind.THROUGHPUT);
    private static final Set<ChartKind> CHANGED_BY_EPOCHS =
            EnumSet.of(ChartKind.ACCURACY, ChartKind.LOSS, ChartKind.UPDATES);

    private final Map<Quantity, BoundedSeries> series = new EnumMap<>(Quantity.class);
    private final Map<String, BoundedSeries> layers = new LinkedHashMap<>();
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final List<StageSpan> stages = new CopyOnWriteArrayList<>();
    private final Map<ChartKind, AtomicLong> revisions = new EnumMap<>(ChartKind.class);
    private final EpochClock clock = new EpochClock();

    public RunCurves() {
        for (Quantity quantity : Quantity.values()) {
            series.put(quantity, new BoundedSeries(MOST_POINTS));
        }
        for (ChartKind kind : ChartKind.values()) {
            revisions.put(kind, new AtomicLong());
        }
    }

    /** Of a run that is over, or was under way elsewhere. */
    public static RunCurves of(List<EpochMetrics> epochs) {
        RunCurves curves = new RunCurves();
        for (EpochMetrics metrics : epochs) {
            curves.add(metrics);
            metrics.value(Metric.LEARNING_RATE)
                    .ifPresent(v -> curves.append(Quantity.LEARNING_RATE, metrics.epoch(), v));
            metrics.value(Metric.IMAGES_PER_SECOND)
                    .ifPresent(v -> curves.append(Quantity.IMAGES_PER_SECOND, metrics.epoch(), v));
        }
        curves.stages.addAll(StageSpan.of(epochs));
        return curves;
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunStarted e -> {
                goBackTo(e.stepsDone());
                if (e.stepsDone() == 0) {
                    clock.expect(e.stepsPerEpoch());
                }
                changed(revisions.keySet());
            }
            case TrainingEvent.StageStarted e -> {
                clock.expect(e.stepsPerEpoch());
                stages.removeIf(span -> span.firstEpoch() >= e.firstEpoch());
                stages.add(new StageSpan(e.stage(), e.firstEpoch(), e.lastEpoch()));
                changed(revisions.keySet());
            }
            case TrainingEvent.StepCompleted e -> {
                clock.ended(e.epoch() - 1, e.step() - e.stepInEpoch());
                clock.expect(e.stepsPerEpoch());
                double x = clock.at(e.step());
                append(Quantity.BATCH_LOSS, x, e.loss());
                append(Quantity.LEARNING_RATE, x, e.learningRate());
                append(Quantity.IMAGES_PER_SECOND, x, e.imagesPerSecond());
                changed(CHANGED_BY_STEPS);
            }
            case TrainingEvent.EpochCompleted e -> {
                add(e.metrics());
                changed(CHANGED_BY_EPOCHS);
            }
            case TrainingEvent.HyperparameterChanged e -> addChange(e.step(), e.hyperparameter(), e.value());
            case TrainingEvent.NonFiniteFound e -> addMark(e.step(), "NaN: " + e.layer());
            default -> {}
        }
    }

    /** A mark at a step where a person changed a hyperparameter. */
    public void addChange(long step, String hyperparameter, double value) {
        addMark(step, SYMBOLS.getOrDefault(hyperparameter, hyperparameter) + " = " + Numbers.shortText(value));
    }

    private void addMark(long step, String text) {
        marks.add(new Mark(clock.at(step), text));
        changed(revisions.keySet());
    }

    public BoundedSeries series(Quantity quantity) {
        return Objects.requireNonNull(series.get(quantity));
    }

    /** log₁₀ of the update ratio by layer, in the order of the layers. */
    public Map<String, BoundedSeries> layers() {
        synchronized (layers) {
            return new LinkedHashMap<>(layers);
        }
    }

    /** Where a step stands on the axis of epochs. */
    double epochOf(long step) {
        return clock.at(step);
    }

    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** The stages there were, and the one that goes on with its planned end. */
    public List<StageSpan> stages() {
        return List.copyOf(stages);
    }

    /** Grows with every change of a chart. */
    public long revision(ChartKind kind) {
        return Objects.requireNonNull(revisions.get(kind)).get();
    }

    private void changed(Set<ChartKind> kinds) {
        kinds.forEach(kind -> Objects.requireNonNull(revisions.get(kind)).incrementAndGet());
    }

    private void add(EpochMetrics metrics) {
        clock.ended(metrics.epoch(), metrics.step());
        Arrays.stream(Quantity.values())
                .forEach(quantity -> quantity.metric()
                        .ifPresent(metric -> metrics.value(metric)
                                .ifPresent(value -> append(quantity, metrics.epoch(), metric.displayed(value)))));
        addLayers(metrics);
    }

    /** A layer that was not trained in this epoch has a gap there. */
    private void addLayers(EpochMetrics metrics) {
        Map<String, Double> ratios = metrics.log10UpdateRatios();
        synchronized (layers) {
            layers.forEach((layer, points) -> {
                if (!ratios.isEmpty() && !ratios.containsKey(layer)) {
                    points.append(metrics.epoch(), Double.NaN);
                }
            });
            ratios.forEach(
                    (layer, ratio) -> layers.computeIfAbsent(layer, _ -> new BoundedSeries(MOST_POINTS_OF_A_LAYER))
                            .append(metrics.epoch(), ratio));
        }
    }

    private void append(Quantity quantity, double x, double value) {
        series(quantity).append(x, value);
    }

    private void goBackTo(long step) {
        double epoch = clock.at(step);
        clock.goBackTo(step);
        series.values().forEach(curve -> curve.truncateAfter(epoch));
        layers().values().forEach(curve -> curve.truncateAfter(epoch));
        marks.removeIf(mark -> mark.x() > epoch);
    }
}
