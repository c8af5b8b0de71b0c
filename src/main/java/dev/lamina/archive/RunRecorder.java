package dev.lamina.archive;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.message.Message;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps run.json, metrics.jsonl and readings.jsonl up to date while a run goes on. */
public final class RunRecorder implements TrainingListener {
    private final RunFolder folder;
    private final MetricsFile metrics;
    private final ReadingsFile readings;
    private final double secondsBefore;
    private final long startNanos = System.nanoTime();
    private RunRecord record;
    private TrainingEvent.@Nullable WentBack wentBack;

    public RunRecorder(RunFolder folder, RunRecord record) {
        this.folder = folder;
        this.metrics = new MetricsFile(folder.metrics());
        this.readings = new ReadingsFile(folder);
        this.record = record;
        this.secondsBefore = record.durationSeconds();
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.StepCompleted step -> {
                leaveOtherCourse(step.epoch() - 1);
                record = record.after(durationSeconds(), step.epoch() - 1, step.step());
            }
            case TrainingEvent.WentBack back -> wentBack = back;
            case TrainingEvent.ReadingMeasured reading -> {
                if (reading.id() == null) {
                    readings.append(reading);
                }
            }
            case TrainingEvent.EpochCompleted epoch -> {
                leaveOtherCourse(epoch.metrics().epoch() - 1);
                metrics.append(epoch.metrics());
                record = record.after(
                                durationSeconds(),
                                epoch.metrics().epoch(),
                                epoch.metrics().step())
                        .plus(epoch.metrics().value(Tags.EPOCH_SECONDS).orElse(0), epoch.measuringSeconds());
                save();
            }
            case TrainingEvent.HyperparameterChanged(long step, String hyperparameter, double value) -> {
                record = record.plus(new RunRecord.Change(step, hyperparameter, value));
                save();
            }
            default -> {}
        }
    }

    /** As long as no step is done the run may go forth again to where it was. */
    private void leaveOtherCourse(int epochsDone) {
        TrainingEvent.WentBack back = wentBack;
        if (back != null) {
            wentBack = null;
            goBack(epochsDone, back.step());
        }
    }

    /**
     * Drops what was measured after a checkpoint, which will come again.
     *
     * @throws BadInputException if an epoch up to there is missing
     */
    public void goBack(int epochs, long step) {
        metrics.truncateAfter(epochs);
        readings.truncateAfter(step);
    }

    /**
     * Keeps what was read of a run that nobody works on.
     *
     * @throws BadInputException if somebody does
     */
    public static void keep(RunFolder folder, TrainingEvent.ReadingMeasured reading) {
        try (RunLock _ = RunLock.of(folder)) {
            new ReadingsFile(folder).append(reading);
        }
    }

    /**
     * Records that the process that worked on the run ended without a word. Nothing happens if the run has ended
     * otherwise, if someone else works on it by now, or if nothing can be written.
     */
    public static void recordFailure(RunFolder folder, Message message) {
        if (!Files.exists(folder.record())) {
            return;
        }
        try (RunLock _ = RunLock.of(folder)) {
            RunRecord record = new StoredRun(folder).record();
            if (record.state().next().contains(RunState.FAILED)) {
                JsonFile.write(folder.record(), record.to(RunState.FAILED, message, Instant.now()));
            }
        } catch (BadInputException _) {
            // Whoever resumes the run finds it as one that ended without a word, which it is.
        }
    }

    /** Enters a state, on disk when this returns. */
    public void enter(RunState state, @Nullable Message message) {
        RunRecord next = record.after(durationSeconds(), record.epochsDone(), record.step())
                .to(state, message, Instant.now());
        JsonFile.write(folder.record(), next);
        record = next;
    }

    /** Records a failure, unless the run has ended already, or the failure is that nothing can be written. */
    public void enterFailed(Message message) {
        if (!record.state().next().contains(RunState.FAILED)) {
            return;
        }
        try {
            enter(RunState.FAILED, message);
        } catch (BadInputException _) {
            // The message reaches the caller; the file keeps the state before.
        }
    }

    public void save() {
        JsonFile.write(folder.record(), record);
    }

    public RunFolder folder() {
        return folder;
    }

    public RunRecord record() {
        return record;
    }

    /** Time between start and stop, over all times the run was resumed. */
    public double durationSeconds() {
        return secondsBefore + (System.nanoTime() - startNanos) * 1e-9;
    }
}
