package dev.lamina.data;

import java.util.Optional;

/** The batches of one epoch, one after the other; one thread, nothing allocated per batch. */
public final class BatchIterator {
    private final ImageDataset data;
    private final int[] order;
    private final ExampleWriter writer;
    private final Optional<BatchMixer> mixer;
    private int position;
    private int batchesDone;

    /**
     * @param order the examples to deliver, all of them, from position on
     * @param batchesDone the number of batches before that
     */
    BatchIterator(
            ImageDataset data,
            int[] order,
            int position,
            int batchesDone,
            ExampleWriter writer,
            Optional<BatchMixer> mixer) {
        this.data = data;
        this.order = order;
        this.position = position;
        this.batchesDone = batchesDone;
        this.writer = writer;
        this.mixer = mixer;
    }

    /** Fills the batch with the next examples, as many as it has room for; false at the end, the batch then empty. */
    public boolean next(Batch batch) {
        batch.begin(writer.remaining());
        int end = Math.min(order.length, position + batch.capacity());
        while (position < end) {
            int example = order[position++];
            int offset = batch.add(example, data.label(example));
            writer.write(example, batch, offset);
        }
        if (batch.size() > 0 && mixer.isPresent()) {
            mixer.get().mix(batch, batchesDone);
        }
        batchesDone++;
        return batch.size() > 0;
    }
}
