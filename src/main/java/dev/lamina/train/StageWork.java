package dev.lamina.train;

import dev.lamina.batch.BatchResult;
import dev.lamina.data.Batch;
import dev.lamina.data.Batches;
import dev.lamina.graph.NamedParameter;
import dev.lamina.tensor.HostTensor;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The steps of a stage. */
interface StageWork {
    /** What its steps are done on; the epochs are those of the run. */
    Batches batches();

    /** The weights that its steps train. */
    List<NamedParameter> weights();

    /**
     * Does a step; the loss is the one before the update.
     *
     * @param before progress before the step, which everything random follows from
     * @param interrupted asked in the middle of the work, where the session's values may have changed already
     * @throws java.util.concurrent.CancellationException if interrupted, or if a stop came before anything has changed
     */
    BatchResult run(Batch batch, HostTensor hyperparameters, Progress before, BooleanSupplier interrupted);
}
