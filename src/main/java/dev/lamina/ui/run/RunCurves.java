package dev.lamina.ui.run;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Metric;
import dev.lamina.ui.chart.BoundedSeries;
import dev.lamina.ui.chart.Mark;
import dev.lamina.ui.chart.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The curves of one run against epochs, filled on the training thread and read by the one that draws. Steps stand at
 * fractions of an epoch.
 */
public final class RunCurves implements TrainingListener {
    private static final int MOST_POINTS = 1 << 15;
    private static final Map<String, String> SYMBOLS = Map.of("learningRate", "η", "weightDecay", "λ", "momentum", "μ");

    private final Map<Quantity, BoundedSeries> series = new EnumMap<>(Quantity.class);
    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final AtomicLong revision = new AtomicLong();
    private volatile int stepsPerEpoch = 1;

    public RunCurves() {
        for (Quantity quantity : Quantity.values()) {
            series.put(quantity, new BoundedSeries(MOST_POINTS));
        }
    }

    /** Of a run that is over, or was under way elsewhere. */
    public static RunCurves of(List<EpochMetrics> epochs) {
        RunCurves curves = new RunCurves();
        for (EpochMetrics metrics : epochs) {
            curves.stepsPerEpoch = Math.max(1, (int) (metrics.step() / metrics.epoch()));
            curves.add(metrics);
            metrics.value(Metric.LEARNING_RATE)
                    .ifPresent(v -> curves.append(Quantity.LEARNING_RATE, metrics.epoch(), v));
            metrics.value(Metric.IMAGES_PER_SECOND)
                    .ifPresent(v -> curves.append(Quantity.IMAGES_PER_SECOND, metrics.epoch(), v));
        }
        return curves;
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunStarted e -> {
                stepsPerEpoch = Math.max(1, e.stepsPerEpoch());
                goBackTo((double) e.stepsDone() / stepsPerEpoch);
            }
            case TrainingEvent.StepCompleted e -> {
                stepsPerEpoch = Math.max(1, e.stepsPerEpoch());
                double x = e.epoch() - 1 + (double) e.stepInEpoch() / stepsPerEpoch;
                append(Quantity.BATCH_LOSS, x, e.loss());
                append(Quantity.LEARNING_RATE, x, e.learningRate());
                append(Quantity.IMAGES_PER_SECOND, x, e.imagesPerSecond());
            }
            case TrainingEvent.EpochCompleted e -> add(e.metrics());
            case TrainingEvent.HyperparameterChanged e -> addChange(e.step(), e.hyperparameter(), e.value());
            case TrainingEvent.NonFiniteFound e ->
                marks.add(new Mark((double) e.step() / stepsPerEpoch, "NaN: " + e.layer()));
            default -> {
                return;
            }
        }
        revision.incrementAndGet();
    }

    /** A mark at a step where a person changed a hyperparameter. */
    public void addChange(long step, String hyperparameter, double value) {
        String symbol = SYMBOLS.getOrDefault(hyperparameter, hyperparameter);
        marks.add(new Mark((double) step / stepsPerEpoch, symbol + " = " + Numbers.shortText(value)));
    }

    public BoundedSeries series(Quantity quantity) {
        return Objects.requireNonNull(series.get(quantity));
    }

    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** Grows with every change. */
    public long revision() {
        return revision.get();
    }

    private void add(EpochMetrics metrics) {
        for (Quantity quantity : Quantity.values()) {
            quantity.metric()
                    .ifPresent(metric -> metrics.value(metric)
                            .ifPresent(value -> append(quantity, metrics.epoch(), metric.displayed(value))));
        }
    }

    private void append(Quantity quantity, double x, double value) {
        series(quantity).append(x, value);
    }

    private void goBackTo(double epoch) {
        series.values().forEach(curve -> curve.truncateAfter(epoch));
        marks.removeIf(mark -> mark.x() > epoch);
    }
}
