package dev.lamina.train;

import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Does the steps since a point in memory once more, to stand before a step that went wrong: its update has already
 * spoiled the parameters, and looking at every step for the case that one fails would cost every run. The point moves
 * on with the run, so that few steps are to be repeated.
 */
final class Replay {
    private static final double MOST_SECONDS = 10;

    /**
     * The collector that training runs with rather grows its heap than looks for garbage. Weights that were drawn, or read
     * to be measured, are garbage when the next point comes; from this size on the collector is asked for it.
     */
    private static final long LARGE_BYTES = 16 << 20;

    /** The step that went wrong: its batch, and the progress before it. */
    record FailedStep(Batch batch, Progress before) {}

    private final List<HostTensor> hyperparameters = new ArrayList<>();
    private Checkpoint start;
    private double seconds;

    Replay(Checkpoint start) {
        this.start = start;
    }

    /** Goes on from a point that nobody else needs, since its arrays will hold the next one. */
    void takeOver(Checkpoint point) {
        start = point;
        forgetSteps();
    }

    /**
     * Goes on from where the values are now; the steps before are forgotten.
     *
     * @return the point, until the next one takes its arrays over: two of a large network would be gigabytes
     */
    Checkpoint moveOn(SessionValues values, Progress progress) {
        start = values.capture(progress, start);
        forgetSteps();
        if (start.sizeBytes() > LARGE_BYTES) {
            System.gc();
        }
        return start;
    }

    private void forgetSteps() {
        seconds = 0;
        hyperparameters.clear();
    }

    /** Whether no step has been done since the point, so that one that is broken off can be taken back. */
    boolean isAtPoint() {
        return hyperparameters.isEmpty();
    }

    /** Takes the values back to the point, and forgets the steps since. */
    void goBack(SessionValues values) {
        values.restore(start);
        forgetSteps();
    }

    /** Remembers a step that is about to be done; everything else about it follows from the plan. */
    void add(HostTensor stepHyperparameters) {
        hyperparameters.add(stepHyperparameters);
    }

    /** Whether the steps since the point have taken so long that it should move on. */
    boolean isLong(double lastStepSeconds) {
        seconds += lastStepSeconds;
        return seconds > MOST_SECONDS;
    }

    /**
     * Takes the values back to the point and repeats all steps since but the last.
     *
     * @param interrupted asked before every step and within
     * @return empty if interrupted
     */
    Optional<FailedStep> toLastStep(SessionValues values, StageWork work, BooleanSupplier interrupted) {
        values.restore(start);
        Batches batches = work.batches();
        Batch batch = batches.allocate();
        Progress progress = start.progress();
        BatchIterator iterator = batches.epoch(progress.epoch(), progress.stepInEpoch());
        for (int i = 0; i < hyperparameters.size(); i++) {
            if (interrupted.getAsBoolean()) {
                return Optional.empty();
            }
            if (!iterator.next(batch)) {
                progress = progress.afterEpoch(progress.best());
                iterator = batches.epoch(progress.epoch());
                iterator.next(batch);
            }
            if (i < hyperparameters.size() - 1) {
                try {
                    work.run(batch, hyperparameters.get(i), progress, interrupted);
                } catch (CancellationException _) {
                    return Optional.empty();
                }
                progress = progress.afterStep(progress.sums());
            }
        }
        return Optional.of(new FailedStep(batch, progress));
    }
}
