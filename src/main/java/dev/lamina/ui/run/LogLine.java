package dev.lamina.ui.run;

import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Stored;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.Numbers;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the log says of an event. */
final class LogLine {
    /** One sees them in the charts, and the line is long enough. */
    private static final Set<Tag> PASSED_OVER =
            Set.of(Tags.VALIDATION_LOSS, Tags.TEST_LOSS, Tags.LEARNING_RATE, Tags.IMAGES_PER_SECOND);

    private LogLine() {}

    /** One line, empty for what the log passes over. */
    static Optional<String> of(TrainingEvent event, Texts texts) {
        return switch (event) {
            case TrainingEvent.RunStarted e -> Optional.of(started(e, texts));
            case TrainingEvent.DataNoticed e -> Optional.of(texts.text(e.text()));
            case TrainingEvent.StageStarted e ->
                Optional.of(texts.get(
                        "log.stage",
                        word(e.stage().id(), texts),
                        e.stage().alternation(),
                        e.firstEpoch(),
                        e.lastEpoch(),
                        e.stepsPerEpoch()));
            case TrainingEvent.WeightsScaled e ->
                Optional.of(texts.get("log.scaled", e.layers(), Numbers.shortText(e.largestDeviation())));
            case TrainingEvent.EpochCompleted e -> Optional.of(epoch(e.metrics(), texts));
            case TrainingEvent.HyperparameterChanged e ->
                Optional.of(texts.get(
                        "log.changed",
                        texts.get("setting." + e.hyperparameter()),
                        Numbers.shortText(e.value()),
                        e.step()));
            case TrainingEvent.NonFiniteFound e ->
                Optional.of(texts.get("log.nonFinite", e.step(), e.place(), e.layer()));
            case TrainingEvent.RunPaused e -> Optional.of(texts.get("log.paused", e.step()));
            case TrainingEvent.WentBack e -> Optional.of(texts.get("log.wentBack", e.step()));
            case TrainingEvent.RunResumed e -> Optional.of(texts.get("log.resumed", e.step()));
            case TrainingEvent.StoppedEarly e -> Optional.of(texts.get("log.stoppedEarly", e.epoch(), e.bestEpoch()));
            case TrainingEvent.RunStopped e -> Optional.of(texts.get("log.stopped", e.step()));
            case TrainingEvent.RunFinished e ->
                Optional.of(texts.get("log.finished", e.epoch(), Math.round(e.durationSeconds())));
            case TrainingEvent.TrialStarted e ->
                Optional.of(texts.get("log.trialStarted", e.trial(), e.planned(), e.label(), e.untilEpochs()));
            case TrainingEvent.TrialEnded e ->
                Optional.of(texts.get("log.trialEnded", e.trial(), texts.get("trial." + e.state())));
            case TrainingEvent.RunFailed e -> Optional.of(texts.get("log.failed", e.message()));
            case TrainingEvent.KernelsCompiled e ->
                e.compiled() == 0
                        ? Optional.of(texts.get("log.compiling", e.kernels()))
                        : e.complete() ? Optional.of(texts.get("log.compiled", e.kernels())) : Optional.empty();
            case TrainingEvent.StepCompleted _,
                    TrainingEvent.ReadingMeasured _,
                    TrainingEvent.CheckpointWritten _,
                    TrainingEvent.StateKept _,
                    TrainingEvent.WorkContinued _,
                    TrainingEvent.CommandRefused _ -> Optional.empty();
        };
    }

    private static String started(TrainingEvent.RunStarted e, Texts texts) {
        return texts.get(
                e.stepsDone() > 0 ? "log.goesOn" : "log.started",
                e.name(),
                grouped(e.parameters()),
                grouped(e.trainingImages()),
                e.epochs(),
                e.stepsPerEpoch(),
                e.device(),
                e.folder());
    }

    private static String epoch(EpochMetrics metrics, Texts texts) {
        List<String> parts = new ArrayList<>();
        for (Tag tag : Tags.ALL) {
            OptionalDouble measured = metrics.value(tag);
            if (measured.isPresent() && tag.place().isPresent() && !PASSED_OVER.contains(tag)) {
                double value = measured.getAsDouble();
                String number = tag.stored() == Stored.LOGARITHM_BASE_10
                        ? Numbers.ofLogarithm(value)
                        : Numbers.shortText(tag.displayed(value));
                parts.add(texts.get(RunChartData.textKey(tag)) + " " + number);
            }
        }
        return texts.get("log.epoch", metrics.epoch(), String.join("  ", parts));
    }

    /** A word of the engine's, in the language of now. */
    private static String word(String english, Texts texts) {
        String key = "word." + english.replace(' ', '-');
        return texts.has(key) ? texts.get(key) : english;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
