package dev.lamina.train;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.probe.Due;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.probe.Probe;
import dev.lamina.probe.ProbeContext;
import dev.lamina.probe.ProbeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the probes of a plan when they are due, after an epoch or between two steps of one, and tells what they read.
 * What is due by the clock takes at most a twentieth of the time, whatever its settings say.
 */
final class DueReadings implements AutoCloseable {
    private static final double LEAST_TIMES_ITS_COST = 20;

    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final List<Scheduled> probes = new ArrayList<>();
    private final Optional<Scheduled> gbr;

    /** @param bound the run's GBR, which belongs to an epoch's metrics and is read here between two epochs */
    DueReadings(
            TrainingPlan plan, ProbeContext context, Optional<GeneralizationBound> bound, TrainingListener listener) {
        this.plan = plan;
        this.listener = listener;
        this.gbr = bound.map(b -> new Scheduled(
                GeneralizationBound.ID,
                new Due(
                        plan.gbr().everyEpochs(),
                        null,
                        plan.gbr().everySeconds() > 0 ? plan.gbr().everySeconds() : null),
                b));
        List<ProbeSettings> readings = plan.readings();
        for (int i = 0; i < readings.size(); i++) {
            ProbeSettings settings = readings.get(i);
            probes.add(new Scheduled(name(settings, readings.subList(0, i)), settings.due(), settings.open(context)));
        }
    }

    /** Its id; the second one of a kind is called "feature-maps-2". */
    private static String name(ProbeSettings settings, List<ProbeSettings> before) {
        long alike = before.stream()
                .filter(other -> other.id().equals(settings.id()))
                .count();
        return alike == 0 ? settings.id() : settings.id() + "-" + (alike + 1);
    }

    /** One probe and when it was read last. */
    private static final class Scheduled {
        private final String name;
        private final Due due;
        private final Probe probe;
        private long lastNanos = System.nanoTime();
        private double costSeconds;

        Scheduled(String name, Due due, Probe probe) {
            this.name = name;
            this.due = due;
            this.probe = probe;
        }

        boolean dueAfterStep(long step) {
            double elapsed = (System.nanoTime() - lastNanos) * 1e-9;
            return (due.everySteps() != null && step % due.everySteps() == 0)
                    || (due.everySeconds() != null
                            && elapsed >= Math.max(due.everySeconds(), LEAST_TIMES_ITS_COST * costSeconds));
        }
    }

    /**
     * The run's GBR for the metrics of an epoch, if it is due.
     *
     * @throws java.util.concurrent.CancellationException if a stop comes first
     */
    Map<Tag, Reading> gbrAfterEpoch(Progress progress) {
        return gbr.isPresent() && dueAfterEpoch(gbr.get(), progress.epoch()) ? read(gbr.get(), progress) : Map.of();
    }

    /** Everything else that is due with an epoch; interrupted as above. */
    void afterEpoch(Progress progress) {
        for (Scheduled scheduled : probes) {
            if (dueAfterEpoch(scheduled, progress.epoch())) {
                read(scheduled, progress);
            }
        }
    }

    /** What is due between this step and the next one of the same epoch; interrupted as above. */
    void afterStep(Progress progress) {
        gbr.filter(g -> g.dueAfterStep(progress.step())).ifPresent(g -> read(g, progress));
        for (Scheduled scheduled : probes) {
            if (scheduled.dueAfterStep(progress.step())) {
                read(scheduled, progress);
            }
        }
    }

    private boolean dueAfterEpoch(Scheduled scheduled, int epoch) {
        return epoch % scheduled.due.everyEpochs() == 0
                || epoch == plan.stages().epochs();
    }

    private Map<Tag, Reading> read(Scheduled scheduled, Progress progress) {
        long start = System.nanoTime();
        Map<Tag, Reading> readings = scheduled.probe.measure(progress.epoch());
        scheduled.lastNanos = System.nanoTime();
        scheduled.costSeconds = (scheduled.lastNanos - start) * 1e-9;
        listener.on(new TrainingEvent.ReadingMeasured(
                null, scheduled.name, progress.epoch(), progress.step(), readings, scheduled.costSeconds));
        return readings;
    }

    @Override
    public void close() {
        probes.forEach(scheduled -> scheduled.probe.close());
    }
}
