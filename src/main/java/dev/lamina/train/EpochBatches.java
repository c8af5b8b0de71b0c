package dev.lamina.train;

import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;

/** The batches that are left of an epoch, one after the other in the same arrays. */
final class EpochBatches {
    private final Batch batch;
    private final BatchIterator iterator;

    /** Of the epoch of the next step, from that step on. */
    EpochBatches(Batches batches, Progress progress) {
        this.batch = batches.allocate();
        this.iterator = batches.epoch(progress.epoch(), progress.stepInEpoch());
    }

    /** Makes the next batch; false if there is none. */
    boolean next() {
        return iterator.next(batch);
    }

    Batch batch() {
        return batch;
    }
}
