package dev.lamina.cli;

import dev.lamina.event.TrainingEvent;
import dev.lamina.experiment.RunResult;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.Counted;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** One line an epoch, and on a terminal a bar that moves below them. */
final class ProgressReporter implements Reporter {
    private static final int BAR_WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter out;
    private final Terminal terminal;
    private final EpochCosts costs = new EpochCosts();
    private int epochs;
    private long drawnAtNanos;
    private int drawnLength;
    private double gbrSeconds;

    ProgressReporter(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void on(TrainingEvent event) {
        costs.on(event);
        switch (event) {
            case TrainingEvent.RunStarted e -> started(e);
            case TrainingEvent.DataNoticed e -> line(e.kind() + ": " + e.text());
            case TrainingEvent.StageStarted e ->
                line(String.format(
                        Locale.ROOT,
                        "stage %s, alternation %d: epochs %d to %d of %s",
                        e.stage().id(),
                        e.stage().alternation(),
                        e.firstEpoch(),
                        e.lastEpoch(),
                        Counted.of(e.stepsPerEpoch(), "step")));
            case TrainingEvent.WeightsScaled e ->
                line(String.format(
                        Locale.ROOT,
                        "LSUV: the outputs of %s have variance 1 ± %.2g (%.1f s)",
                        Counted.of(e.layers(), "layer"),
                        e.largestDeviation(),
                        e.durationSeconds()));
            case TrainingEvent.KernelsCompiled e -> compiled(e);
            case TrainingEvent.StepCompleted e -> draw(e);
            case TrainingEvent.ReadingMeasured e ->
                gbrSeconds = e.value(Tags.GBR).isPresent() ? e.durationSeconds() : gbrSeconds;
            case TrainingEvent.EpochCompleted e -> line(epochLine(e));
            case TrainingEvent.HyperparameterChanged e ->
                line(e.hyperparameter() + " is " + e.value() + " from step " + (e.step() + 1) + " on");
            case TrainingEvent.NonFiniteFound e ->
                line("step " + e.step() + ": the " + e.place() + " of " + e.layer() + " is not finite");
            case TrainingEvent.StoppedEarly e ->
                line("early stopping after epoch " + e.epoch() + ": validation accuracy was best in epoch "
                        + e.bestEpoch() + " (" + Amounts.percent(e.bestValidationAccuracy()) + ")");
            case TrainingEvent.RunPaused e -> line("paused after step " + e.step());
            case TrainingEvent.RunResumed _,
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
        cause.words().ifPresent(this::line);
    }

    @Override
    public synchronized void ended(RunResult result) {
        clear();
        result.notes().forEach(note -> line(note.toString()));
        costs.line().ifPresent(this::line);
        String folder = result.folder().toString();
        switch (result.state()) {
            case FINISHED -> line("finished; figures and metrics are in " + folder);
            case STOPPED -> line("stopped; lamina resume " + folder + " goes on from here");
            case CREATED, RUNNING, FAILED -> {
                line("failed: " + result.message());
                if (Files.isDirectory(result.folder())) {
                    line("what was measured is in " + folder);
                }
            }
        }
    }

    private void started(TrainingEvent.RunStarted e) {
        epochs = e.epochs();
        line(String.format(
                Locale.ROOT,
                "%s: %s, %s, %s of %s, on %s (%s)",
                e.name(),
                Counted.of(e.parameters(), "parameter"),
                Counted.of(e.trainingImages(), "training image"),
                Counted.of(e.epochs(), "epoch"),
                Counted.of(e.stepsPerEpoch(), "step"),
                e.backend(),
                e.device()));
        line((e.stepsDone() > 0 ? "going on after step " + e.stepsDone() + " in " : "run folder ") + e.folder());
    }

    /** A person sees it move; a file is told once. */
    private void compiled(TrainingEvent.KernelsCompiled e) {
        if (terminal == Terminal.REDIRECTED) {
            if (e.compiled() == 0) {
                line("compiling " + Counted.of(e.kernels(), "kernel"));
            }
        } else if (e.complete()) {
            clear();
        } else {
            overwrite("compiling kernels " + bar(e.compiled(), e.kernels()) + " " + e.compiled() + "/" + e.kernels());
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
        overwrite(String.format(
                Locale.ROOT,
                "epoch %d/%d %s %d/%d  loss %.4f  %s images/s  %s left",
                e.epoch(),
                epochs,
                bar(e.stepInEpoch(), e.stepsPerEpoch()),
                e.stepInEpoch(),
                e.stepsPerEpoch(),
                e.loss(),
                Amounts.count(e.imagesPerSecond()),
                Double.isNaN(e.secondsLeft()) ? "?" : Amounts.duration(e.secondsLeft())));
    }

    private void overwrite(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, drawnLength - text.length())));
        out.flush();
        drawnLength = text.length();
    }

    private String epochLine(TrainingEvent.EpochCompleted e) {
        EpochMetrics m = e.metrics();
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "epoch %3d/%d", m.epoch(), e.epochs()));
        m.value(Tags.TRAIN_LOSS).ifPresent(v -> parts.add(String.format(Locale.ROOT, "loss %.4f", v)));
        addAccuracy(parts, "train", m.value(Tags.TRAIN_ACCURACY));
        addAccuracy(parts, "validation", m.value(Tags.VALIDATION_ACCURACY));
        addAccuracy(parts, "test", m.value(Tags.TEST_ACCURACY));
        addAccuracy(parts, "WNLL test", m.value(Tags.WNLL_TEST_ACCURACY));
        m.value(Tags.GBR).ifPresent(v -> parts.add(String.format(Locale.ROOT, "GBR %.3g (%.1f s)", v, gbrSeconds)));
        m.value(Tags.IMAGES_PER_SECOND).ifPresent(v -> parts.add(Amounts.count(v) + " images/s"));
        m.value(Tags.EPOCH_SECONDS).ifPresent(v -> parts.add(String.format(Locale.ROOT, "%.1f s", v)));
        if (m.epoch() < e.epochs()) {
            parts.add(Amounts.duration(e.secondsLeft()) + " left");
        }
        return String.join("  ", parts);
    }

    private static void addAccuracy(List<String> parts, String name, OptionalDouble accuracy) {
        accuracy.ifPresent(v -> parts.add(name + " " + Amounts.percent(v)));
    }

    private void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    private void clear() {
        if (drawnLength > 0) {
            out.print("\r" + " ".repeat(drawnLength) + "\r");
            drawnLength = 0;
        }
    }
}
