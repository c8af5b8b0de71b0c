package dev.lamina.cli;

import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunResult;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** One line an epoch, and on a terminal a bar that moves below them. */
final class ProgressReporter implements Reporter {
    private static final int BAR_WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final Voice voice;
    private final Terminal terminal;
    private final EpochCosts costs = new EpochCosts();
    private int epochs;
    private long drawnAtNanos;
    private int drawnLength;
    private double gbrSeconds;

    ProgressReporter(Voice voice, Terminal terminal) {
        this.voice = voice;
        this.terminal = terminal;
    }

    @Override
    public synchronized void on(TrainingEvent event) {
        costs.on(event);
        switch (event) {
            case TrainingEvent.RunStarted e -> started(e);
            case TrainingEvent.DataNoticed e -> say("message." + e.kind(), e.text());
            case TrainingEvent.StageStarted e ->
                say(
                        "cli.stage",
                        e.stage().id(),
                        e.stage().alternation(),
                        e.firstEpoch(),
                        e.lastEpoch(),
                        e.stepsPerEpoch());
            case TrainingEvent.WeightsScaled e ->
                say("cli.scaled", e.layers(), e.largestDeviation(), e.durationSeconds());
            case TrainingEvent.KernelsCompiled e -> compiled(e);
            case TrainingEvent.StepCompleted e -> draw(e);
            case TrainingEvent.ReadingMeasured e ->
                gbrSeconds =
                        Tags.GBRS.stream().anyMatch(tag -> e.value(tag).isPresent()) ? e.durationSeconds() : gbrSeconds;
            case TrainingEvent.EpochCompleted e -> line(epochLine(e));
            case TrainingEvent.HyperparameterChanged e ->
                say("cli.hyperparameter", e.hyperparameter(), String.valueOf(e.value()), e.step() + 1);
            case TrainingEvent.NonFiniteFound e -> say("cli.nonFinite", e.step(), e.place(), e.layer());
            case TrainingEvent.StoppedEarly e ->
                say("cli.stoppedEarly", e.epoch(), e.bestEpoch(), Amounts.percent(e.bestValidationAccuracy()));
            case TrainingEvent.RunPaused e -> say("cli.paused", e.step());
            case TrainingEvent.WentBack e -> say("cli.wentBack", e.step());
            case TrainingEvent.TrialStarted e ->
                say("cli.trialStarted", e.trial(), e.planned(), e.label(), e.untilEpochs());
            case TrainingEvent.TrialEnded e -> line(trialLine(e));
            case TrainingEvent.StateKept _,
                    TrainingEvent.RunResumed _,
                    TrainingEvent.CheckpointWritten _,
                    TrainingEvent.RunStopped _,
                    TrainingEvent.RunFinished _,
                    TrainingEvent.RunFailed _,
                    TrainingEvent.WorkContinued _,
                    TrainingEvent.CommandRefused _ -> {}
        }
    }

    @Override
    public synchronized void stopping(StopCause cause) {
        cause.words().map(voice::text).ifPresent(this::line);
    }

    @Override
    public synchronized void ended(RunResult result) {
        clear();
        result.notes().forEach(note -> line(voice.text(note)));
        costs.line().map(voice::text).ifPresent(this::line);
        String folder = result.folder().toString();
        switch (result.state()) {
            case FINISHED -> say("cli.finished", folder);
            case STOPPED -> say("cli.stopped", folder);
            case CREATED, RUNNING, FAILED -> {
                say("cli.failed", Objects.requireNonNullElse(result.message(), Message.of("cli.unforeseen")));
                if (Files.isDirectory(result.folder())) {
                    say("cli.measuredIsIn", folder);
                }
            }
        }
    }

    private void started(TrainingEvent.RunStarted e) {
        epochs = e.epochs();
        say(
                "cli.started",
                e.name(),
                e.parameters(),
                e.trainingImages(),
                e.epochs(),
                e.stepsPerEpoch(),
                e.backend(),
                e.device());
        if (e.stepsDone() > 0) {
            say("cli.goingOn", e.stepsDone(), e.folder());
        } else {
            say("cli.runFolder", e.folder());
        }
    }

    /** A person sees it move; a file is told once. */
    private void compiled(TrainingEvent.KernelsCompiled e) {
        if (terminal == Terminal.REDIRECTED) {
            if (e.compiled() == 0) {
                say("cli.compiling", e.kernels());
            }
        } else if (e.complete()) {
            clear();
        } else {
            overwrite(voice.text("cli.compilingBar", bar(e.compiled(), e.kernels()), e.compiled(), e.kernels()));
        }
    }

    private static String bar(int done, int all) {
        int filled = BAR_WIDTH * done / all;
        return "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    }

    private void draw(TrainingEvent.StepCompleted e) {
        long now = System.nanoTime();
        if (terminal == Terminal.REDIRECTED || now - drawnAtNanos < REDRAW_NANOS) {
            return;
        }
        drawnAtNanos = now;
        overwrite(voice.text(
                "cli.epochBar",
                e.epoch(),
                epochs,
                bar(e.stepInEpoch(), e.stepsPerEpoch()),
                e.stepInEpoch(),
                e.stepsPerEpoch(),
                e.loss(),
                Amounts.count(e.imagesPerSecond()),
                Amounts.left(e.secondsLeft())));
    }

    private void overwrite(String text) {
        int length = Columns.of(text);
        voice.out().print("\r" + text + " ".repeat(Math.max(0, drawnLength - length)));
        voice.out().flush();
        drawnLength = length;
    }

    private String epochLine(TrainingEvent.EpochCompleted e) {
        EpochMetrics m = e.metrics();
        List<String> parts = new ArrayList<>();
        parts.add(voice.text("cli.epoch", m.epoch(), e.epochs()));
        m.value(Tags.TRAIN_LOSS).ifPresent(v -> parts.add(voice.text("cli.loss", v)));
        addAccuracy(parts, "cli.trainAccuracy", m.value(Tags.TRAIN_ACCURACY));
        addAccuracy(parts, "cli.validationAccuracy", m.value(Tags.VALIDATION_ACCURACY));
        addAccuracy(parts, "cli.testAccuracy", m.value(Tags.TEST_ACCURACY));
        addAccuracy(parts, "cli.wnllAccuracy", m.value(Tags.WNLL_TEST_ACCURACY));
        addGbr(parts, "cli.gbr", m.value(Tags.GBR));
        addGbr(parts, "cli.gbrOfLabelProbability", m.value(Tags.GBR_OF_LABEL_PROBABILITY));
        addGbr(parts, "cli.gbrBeforeNormalization", m.value(Tags.GBR_BEFORE_NORMALIZATION));
        m.value(Tags.IMAGES_PER_SECOND).ifPresent(v -> parts.add(voice.text("cli.imagesPerSecond", Amounts.count(v))));
        m.value(Tags.EPOCH_SECONDS).ifPresent(v -> parts.add(String.format(Locale.ROOT, "%.1f s", v)));
        if (m.epoch() < e.epochs()) {
            parts.add(voice.text("cli.left", Amounts.duration(e.secondsLeft())));
        }
        return String.join("  ", parts);
    }

    private void addGbr(List<String> parts, String key, OptionalDouble gbr) {
        gbr.ifPresent(v -> parts.add(voice.text(key, v, gbrSeconds)));
    }

    private String trialLine(TrainingEvent.TrialEnded e) {
        List<String> parts = new ArrayList<>();
        parts.add(voice.text("cli.trialEnded", e.trial(), e.planned(), voice.text("cli.state." + e.state())));
        if (e.last() != null) {
            parts.add(voice.text("cli.epochsDone", e.last().epoch()));
            addAccuracy(parts, "cli.validationAccuracy", e.last().value(Tags.VALIDATION_ACCURACY));
            addAccuracy(parts, "cli.testAccuracy", e.last().value(Tags.TEST_ACCURACY));
        }
        return String.join("  ", parts);
    }

    private void addAccuracy(List<String> parts, String key, OptionalDouble accuracy) {
        accuracy.ifPresent(v -> parts.add(voice.text(key, Amounts.percent(v))));
    }

    private void line(String text) {
        clear();
        voice.print(text);
    }

    private void say(String key, Object... arguments) {
        line(voice.text(key, arguments));
    }

    private void clear() {
        if (drawnLength > 0) {
            voice.out().print("\r" + " ".repeat(drawnLength) + "\r");
            drawnLength = 0;
        }
    }
}
