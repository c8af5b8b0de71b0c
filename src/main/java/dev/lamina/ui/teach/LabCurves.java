package dev.lamina.ui.teach;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.figure.ReferenceLine;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Side;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.BoundedSeries;
import dev.lamina.ui.chart.ChartData;
import dev.lamina.ui.chart.Curve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loss, accuracy and GBR of a laboratory against the steps of all its runs together: a run that goes on with the weights of
 * another one goes on with its curves. Filled on the run's thread, read on that which draws.
 */
final class LabCurves implements TrainingListener {
    private static final int MOST_POINTS = 1 << 13;
    private static final List<Tag> SHOWN =
            List.of(Tags.BATCH_LOSS, Tags.TEST_LOSS, Tags.TRAIN_ACCURACY, Tags.TEST_ACCURACY, Tags.GBR);

    private final Map<Tag, BoundedSeries> series = new LinkedHashMap<>();
    private final List<Double> changes = new ArrayList<>();
    private double before;
    private double now;

    LabCurves() {
        SHOWN.forEach(tag -> series.put(tag, new BoundedSeries(MOST_POINTS)));
    }

    /** Nothing was before. */
    synchronized void clear() {
        SHOWN.forEach(tag -> of(tag).truncateAfter(Double.NEGATIVE_INFINITY));
        changes.clear();
        before = 0;
        now = 0;
    }

    @Override
    public synchronized void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.RunStarted _ -> {
                before = now;
                if (now > 0) {
                    changes.add(now);
                }
            }
            case TrainingEvent.StepCompleted e -> {
                if (before + e.step() <= now) {
                    SHOWN.forEach(tag -> of(tag).truncateAfter(before + e.step() - 1));
                }
                now = before + e.step();
                of(Tags.BATCH_LOSS).append(now, e.loss());
            }
            case TrainingEvent.EpochCompleted e ->
                SHOWN.forEach(tag -> e.metrics()
                        .value(tag)
                        .ifPresent(value -> of(tag).append(before + e.metrics().step(), tag.displayed(value))));
            case TrainingEvent.WentBack e -> now = before + e.step();
            default -> {}
        }
    }

    private BoundedSeries of(Tag tag) {
        return series.computeIfAbsent(tag, _ -> new BoundedSeries(MOST_POINTS));
    }

    /** Steps of all runs together. */
    synchronized long steps() {
        return Math.round(now);
    }

    /** What a chart of these quantities shows, a curve each, and where the run stands. */
    synchronized ChartData data(List<Tag> tags, int run) {
        List<Curve> curves = tags.stream()
                .map(tag -> new Curve(
                        tag.id(),
                        tag.label(),
                        new Tint.Numbered(tag.place().map(Tag.Place::color).orElse(0)),
                        // Beside accuracies, which are percent.
                        tag.equals(Tags.GBR) ? Side.RIGHT : Side.LEFT,
                        tag.stored(),
                        run,
                        run,
                        of(tag).points()))
                .toList();
        List<ReferenceLine> marks = new ArrayList<>();
        changes.forEach(x -> marks.add(ReferenceLine.vertical(x, "")));
        marks.add(ReferenceLine.vertical(now, ""));
        return new ChartData(curves, marks);
    }
}
