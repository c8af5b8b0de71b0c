package dev.lamina.ui.run;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageSpan;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.BoundedSeries;
import dev.lamina.ui.chart.Numbers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The curves of one run against epochs, filled on the training thread and read by the one that draws. Steps stand at
 * fractions of an epoch.
 */
public final class RunCurves implements TrainingListener {
    private static final int MOST_POINTS = 1 << 15;
    private static final int MOST_POINTS_OF_A_LAYER = 1 << 12;
    private static final Map<String, String> SYMBOLS = Map.of("learningRate", "η", "weightDecay", "λ", "momentum", "μ");

    /** They come with every step, and need not come again with the epoch. */
    private static final Set<Tag> AT_STEPS = Set.of(Tags.BATCH_LOSS, Tags.LEARNING_RATE, Tags.IMAGES_PER_SECOND);

    private final Map<Tag, BoundedSeries> series = new ConcurrentHashMap<>();
    private final Map<Tag, Map<String, BoundedSeries>> layers = new ConcurrentHashMap<>();
    private final List<ReferenceLine> marks = new CopyOnWriteArrayList<>();
    private final List<StageSpan> stages = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> chartRevisions = new ConcurrentHashMap<>();
    private final AtomicLong commonRevision = new AtomicLong();
    private final AtomicLong readings = new AtomicLong();
    private final EpochClock clock = new EpochClock();
    private final AtomicInteger planned = new AtomicInteger();

    /**
     * Of a run that is over, or was under way elsewhere.
     *
     * @param planned epochs, 0 where that is unknown
     * @param readings what its probes read, in the order of their steps
     */
    public static RunCurves of(int planned, List<EpochMetrics> epochs, List<TrainingEvent.ReadingMeasured> readings) {
        RunCurves curves = new RunCurves();
        curves.planned.set(planned);
        epochs.forEach(metrics -> curves.clock.ended(metrics.epoch(), metrics.step()));
        Deque<TrainingEvent.ReadingMeasured> left = new ArrayDeque<>(readings);
        for (EpochMetrics metrics : epochs) {
            while (!left.isEmpty() && left.getFirst().step() <= metrics.step()) {
                TrainingEvent.ReadingMeasured reading = left.removeFirst();
                curves.add(curves.clock.at(reading.step()), reading.readings(), Set.of());
            }
            curves.add(metrics, Set.of());
        }
        curves.stages.addAll(StageSpan.of(epochs));
        return curves;
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunStarted e -> {
                planned.set(e.epochs());
                goBackTo(e.stepsDone());
                if (e.stepsDone() == 0) {
                    clock.expect(e.stepsPerEpoch());
                }
                commonRevision.incrementAndGet();
            }
            case TrainingEvent.WentBack e -> {
                goBackTo(e.step());
                commonRevision.incrementAndGet();
            }
            case TrainingEvent.StageStarted e -> {
                clock.expect(e.stepsPerEpoch());
                stages.removeIf(span -> span.firstEpoch() >= e.firstEpoch());
                stages.add(new StageSpan(e.stage(), e.firstEpoch(), e.lastEpoch()));
                commonRevision.incrementAndGet();
            }
            case TrainingEvent.StepCompleted e -> {
                clock.ended(e.epoch() - 1, e.step() - e.stepInEpoch());
                clock.expect(e.stepsPerEpoch());
                double x = clock.at(e.step());
                append(Tags.BATCH_LOSS, x, e.loss());
                append(Tags.LEARNING_RATE, x, e.learningRate());
                append(Tags.IMAGES_PER_SECOND, x, e.imagesPerSecond());
                if (e.epoch() == 1) {
                    beginning(x, e);
                }
            }
            case TrainingEvent.EpochCompleted e -> add(e.metrics(), AT_STEPS);
            case TrainingEvent.ReadingMeasured e -> {
                if (e.id() == null) {
                    readings.incrementAndGet();
                    add(clock.at(e.step()), e.readings(), AT_STEPS);
                }
            }
            case TrainingEvent.HyperparameterChanged e -> addChange(e.step(), e.hyperparameter(), e.value());
            case TrainingEvent.NonFiniteFound e -> addMark(e.step(), "NaN: " + e.layer());
            default -> {}
        }
    }

    /** Until the first epoch is complete, the mean of its batches says how the training goes. */
    private void beginning(double x, TrainingEvent.StepCompleted step) {
        BoundedSeries accuracy = series(Tags.TRAIN_ACCURACY);
        OptionalDouble before = step.stepInEpoch() == 1 ? OptionalDouble.of(0) : accuracy.last();
        if (before.isPresent() && step.stepInEpoch() < step.stepsPerEpoch()) {
            double batch = Tags.TRAIN_ACCURACY.displayed(step.accuracy());
            accuracy.append(x, before.getAsDouble() + (batch - before.getAsDouble()) / step.stepInEpoch());
            changed(Tags.TRAIN_ACCURACY);
        }
    }

    /** How many epochs are planned, 0 while that is unknown. */
    int planned() {
        return planned.get();
    }

    /** A mark at a step where a person changed a hyperparameter. */
    public void addChange(long step, String hyperparameter, double value) {
        addMark(step, SYMBOLS.getOrDefault(hyperparameter, hyperparameter) + " = " + Numbers.shortText(value));
    }

    private void addMark(long step, String text) {
        marks.add(ReferenceLine.vertical(clock.at(step), text));
        commonRevision.incrementAndGet();
    }

    /** Numbers as they are displayed. */
    public BoundedSeries series(Tag tag) {
        return series.computeIfAbsent(tag, _ -> new BoundedSeries(MOST_POINTS));
    }

    /** What is measured by layer, in the order of the layers. */
    public Map<String, BoundedSeries> layers(Tag tag) {
        Map<String, BoundedSeries> of = layers.getOrDefault(tag, Map.of());
        synchronized (layers) {
            return new LinkedHashMap<>(of);
        }
    }

    /** Where a step stands on the axis of epochs. */
    double epochOf(long step) {
        return clock.at(step);
    }

    public List<ReferenceLine> marks() {
        return List.copyOf(marks);
    }

    /** The stages there were, and the one that goes on with its planned end. */
    public List<StageSpan> stages() {
        return List.copyOf(stages);
    }

    /** How many readings the run has kept while it was followed. */
    public long readings() {
        return readings.get();
    }

    /** Grows with every change of a chart. */
    public long revision(String chart) {
        AtomicLong own = chartRevisions.get(chart);
        return commonRevision.get() + (own == null ? 0 : own.get());
    }

    private void add(EpochMetrics metrics, Set<Tag> without) {
        clock.ended(metrics.epoch(), metrics.step());
        add(metrics.epoch(), metrics.readings(), without);
    }

    private void add(double x, Map<Tag, Reading> readings, Set<Tag> without) {
        readings.forEach((tag, reading) -> {
            if (tag.place().isPresent() && !without.contains(tag)) {
                switch (reading) {
                    case Reading.Scalar(double value) -> append(tag, x, value);
                    case Reading.PerLayer(Map<String, Double> values) -> append(tag, x, values);
                    case Reading.PerClass _,
                            Reading.Matrix _,
                            Reading.ImageStack _,
                            Reading.Points _,
                            Reading.Field _ -> {}
                }
            }
        });
    }

    private void append(Tag tag, double x, double value) {
        series(tag).append(x, tag.displayed(value));
        changed(tag);
    }

    /** A layer that was not trained in this epoch has a gap there. */
    private void append(Tag tag, double x, Map<String, Double> values) {
        Map<String, BoundedSeries> of = layers.computeIfAbsent(tag, _ -> new LinkedHashMap<>());
        synchronized (layers) {
            of.forEach((layer, points) -> {
                if (!values.containsKey(layer)) {
                    points.append(x, Double.NaN);
                }
            });
            values.forEach((layer, value) -> of.computeIfAbsent(layer, _ -> new BoundedSeries(MOST_POINTS_OF_A_LAYER))
                    .append(x, tag.displayed(value)));
        }
        changed(tag);
    }

    private void changed(Tag tag) {
        tag.place()
                .ifPresent(place -> chartRevisions
                        .computeIfAbsent(place.chart(), _ -> new AtomicLong())
                        .incrementAndGet());
    }

    private void goBackTo(long step) {
        double epoch = clock.at(step);
        clock.goBackTo(step);
        series.values().forEach(curve -> curve.truncateAfter(epoch));
        layers.keySet().forEach(tag -> layers(tag).values().forEach(curve -> curve.truncateAfter(epoch)));
        marks.removeIf(mark -> mark.value() > epoch);
    }
}
