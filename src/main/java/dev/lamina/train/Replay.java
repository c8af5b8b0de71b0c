package dev.lamina.train;

import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the steps since the last checkpoint once more, to stand before a step that went wrong: its update has already
 * spoiled the parameters, and looking at every step for the case that one fails would cost every run.
 */
final class Replay {
    private final List<HostTensor> hyperparameters = new ArrayList<>();

    /** Forgets the steps before a checkpoint. */
    void restart() {
        hyperparameters.clear();
    }

    /** Remembers a step; everything else about it follows from the plan. */
    void add(HostTensor stepHyperparameters) {
        hyperparameters.add(stepHyperparameters);
    }

    /**
     * Repeats all remembered steps but the last, from the checkpoint that the session holds.
     *
     * @return the batch of the last step
     */
    Batch toLastStep(Progress checkpoint, Batches batches, TrainingStep step) {
        Batch batch = batches.allocate();
        Progress progress = checkpoint;
        BatchIterator iterator = batches.epoch(progress.epoch(), progress.stepInEpoch());
        for (int i = 0; i < hyperparameters.size(); i++) {
            if (!iterator.next(batch)) {
                progress = progress.afterEpoch(progress.best());
                iterator = batches.epoch(progress.epoch());
                iterator.next(batch);
            }
            if (i < hyperparameters.size() - 1) {
                step.run(batch, hyperparameters.get(i), progress);
                progress = progress.afterStep(progress.sums());
            }
        }
        return batch;
    }
}
