package dev.lamina.reproduce;

import dev.lamina.archive.RunRecord;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.Sha256;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.experiment.AdversarialReport;
import dev.lamina.experiment.CheckpointChoice;
import dev.lamina.experiment.LaminaBuild;
import dev.lamina.experiment.ProbeReport;
import dev.lamina.experiment.RunResult;
import dev.lamina.experiment.worker.Runs;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.nn.layer.NormStatistics;
import dev.lamina.probe.AdversarialAccuracy;
import dev.lamina.probe.DecidingHead;
import dev.lamina.probe.Due;
import dev.lamina.probe.FgsmScale;
import dev.lamina.probe.GbrByClass;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.HeadComparison;
import dev.lamina.setting.RecordFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

/** Trains an arm with one seed in a run folder of its own and reads off what is wanted. */
record TrainedArms(Reproduction reproduction, ReproductionPlan plan, RunSequence runs) {
    private static final int VOTERS = 15;

    /** The configuration of one run. */
    static ExperimentConfig config(Arm.Trained arm, ReproductionPlan plan, long seed) {
        ReproductionSettings settings = plan.settings();
        List<String> overrides = new ArrayList<>(settings.overrides());
        overrides.add("name=" + settings.name() + " " + arm.id());
        overrides.add("seed=" + seed);
        return PaperTraining.with(plan.shortening().of(arm.training()), overrides.toArray(String[]::new));
    }

    /**
     * Does the run, or the rest of it.
     *
     * @param progress is told the fraction done and the seconds left of this run
     * @throws RunFailedException if it diverged
     * @throws CancellationException after a stop
     */
    ArmRun run(Arm.Trained arm, long seed, Path path, BiConsumer<Double, Double> progress)
            throws InterruptedException, RunFailedException {
        ExperimentConfig config = config(arm, plan, seed);
        RunResult result = runs.run(config, path, new Progress(progress)::on);
        if (result.state() == RunState.STOPPED) {
            throw new CancellationException("stopped");
        }
        if (result.state() == RunState.FAILED) {
            throw new RunFailedException(Message.of(
                    "reproduce.failed",
                    Objects.requireNonNullElse(result.message(), Message.of("reproduce.noReason"))));
        }
        StoredRun stored = RunStore.open(path);
        List<EpochMetrics> epochs = stored.metrics();
        Map<String, Double> values = new HashMap<>();
        for (Quantity quantity : reproduction.quantities()) {
            quantity.reading().apply(epochs).ifPresent(value -> values.put(quantity.id(), value));
        }
        values.putAll(attacked(stored));
        values.putAll(compared(stored));
        for (GbrFunction function : reproduction.functions()) {
            values.put(function.tag().id(), gbr(stored, function));
        }
        RunRecord record = stored.record();
        return new ArmRun(
                ArmRun.FORMAT,
                arm.id(),
                seed,
                values,
                Sha256.of(RecordFiles.write(config).getBytes(StandardCharsets.UTF_8)),
                Instant.now(),
                record.durationSeconds(),
                Message.verbatim(""),
                LaminaBuild.current().version(),
                record.machine());
    }

    /** Accuracies on adversarial images of the network after the last epoch. */
    private Map<String, Double> attacked(StoredRun stored) {
        Map<String, Double> values = new HashMap<>();
        if (!reproduction.epsilons().isEmpty()) {
            var options = new AdversarialReport.Options(
                    reproduction.epsilons(),
                    FgsmScale.PIXEL,
                    DecidingHead.LINEAR,
                    OptionalInt.empty(),
                    CheckpointChoice.LAST,
                    OptionalInt.empty());
            AdversarialReport report = AdversarialReport.of(stored, options, runs.where(), _ -> runs.requireGoingOn());
            for (AdversarialAccuracy point : report.curve()) {
                values.put(Quantity.attacked(point.epsilon()), 100 * point.accuracy());
            }
        }
        return values;
    }

    /** Errors of several heads of the network after the last epoch. */
    private Map<String, Double> compared(StoredRun stored) {
        Map<String, Double> values = new HashMap<>();
        for (NormStatistics statistics : reproduction.comparedBy()) {
            var settings = new HeadComparison(statistics, VOTERS, new Due(1, null, null));
            ReadingMeasured measured = Runs.byBackend(runs.where()).measure(stored.path(), RecordFiles.write(settings));
            measured.readings().values().forEach(reading -> {
                double[] accuracies = ((Reading.PerClass) reading).values();
                for (int head = 0; head < accuracies.length; head++) {
                    values.put(WnllThousand.id(head, statistics), 100 * (1 - accuracies[head]));
                }
            });
        }
        return values;
    }

    /** GBR of a function of the network after the last epoch. */
    private double gbr(StoredRun stored, GbrFunction function) {
        runs.requireGoingOn();
        ProbeReport report = ProbeReport.of(
                stored,
                new GbrByClass(null, function, new Due(1, null, null)),
                CheckpointChoice.LAST,
                runs.where(),
                OptionalInt.empty());
        var gbr = (Reading.PerClass)
                Objects.requireNonNull(report.reading().readings().get(Tags.GBR_BY_CLASS));
        double sum = 0;
        for (int i = 0; i < gbr.classes().size(); i++) {
            sum += gbr.examples()[i] * gbr.values()[i];
        }
        return sum / Arrays.stream(gbr.examples()).sum();
    }

    /** Makes one number of a run's events. */
    private static final class Progress {
        private final BiConsumer<Double, Double> progress;
        private int epochs = 1;

        Progress(BiConsumer<Double, Double> progress) {
            this.progress = progress;
        }

        void on(TrainingEvent event) {
            if (event instanceof TrainingEvent.RunStarted started) {
                epochs = started.epochs();
            } else if (event instanceof TrainingEvent.StepCompleted step) {
                double epochsDone = step.epoch() - 1 + (double) step.stepInEpoch() / step.stepsPerEpoch();
                progress.accept(epochsDone / epochs, step.secondsLeft());
            }
        }
    }

    /** A run that ended without a result. */
    static final class RunFailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Message problem;

        RunFailedException(Message problem) {
            super(problem.toString());
            this.problem = problem;
        }

        Message problem() {
            return problem;
        }
    }
}
