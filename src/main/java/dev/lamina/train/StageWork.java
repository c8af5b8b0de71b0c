package dev.lamina.train;

import dev.lamina.data.Batch;
import dev.lamina.data.Batches;
import dev.lamina.probe.BatchResult;
import dev.lamina.tensor.HostTensor;

/** The steps of a stage. */
interface StageWork {
    /** What its steps are done on; the epochs are those of the run. */
    Batches batches();

    /**
     * Does a step; the loss is the one before the update.
     *
     * @param before progress before the step, which everything random follows from
     * @throws java.util.concurrent.CancellationException if a stop came first; nothing has changed then
     */
    BatchResult run(Batch batch, HostTensor hyperparameters, Progress before);
}
