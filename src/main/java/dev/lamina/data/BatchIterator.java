package dev.lamina.data;

import java.util.List;
import java.util.Optional;

/** The batches of one epoch, one after the other; one thread, nothing allocated per batch. */
public final class BatchIterator {
    private final ImageDataset data;
    private final PixelDecoder decoder;
    private final int[] order;
    private final List<Augmentation> augmentations;
    private final BatchImage image;
    private final ExampleRandom random = new ExampleRandom();
    private final long epochKey;
    private final Optional<BatchMixer> mixer;
    private int position;
    private int batchesDone;

    /**
     * @param order the examples to deliver, all of them, from position on
     * @param batchesDone the number of batches before that
     */
    BatchIterator(
            ImageDataset data,
            PixelDecoder decoder,
            int[] order,
            int position,
            int batchesDone,
            List<Augmentation> augmentations,
            long epochKey,
            Optional<BatchMixer> mixer) {
        this.data = data;
        this.decoder = decoder;
        this.order = order;
        this.position = position;
        this.batchesDone = batchesDone;
        this.mixer = mixer;
        this.augmentations = augmentations;
        this.epochKey = epochKey;
        this.image = new BatchImage(data.exampleShape(), decoder.black());
    }

    /** Fills the batch with the next examples, as many as it has room for; false at the end, the batch then empty. */
    public boolean next(Batch batch) {
        batch.clear();
        int end = Math.min(order.length, position + batch.capacity());
        while (position < end) {
            int example = order[position++];
            int offset = batch.add(example, data.label(example));
            decoder.decode(example, batch.images(), offset);
            augment(example, batch.images(), offset);
        }
        if (batch.size() > 0 && mixer.isPresent()) {
            mixer.get().mix(batch, batchesDone);
        }
        batchesDone++;
        return batch.size() > 0;
    }

    private void augment(int example, float[] images, int offset) {
        if (augmentations.isEmpty()) {
            return;
        }
        image.moveTo(images, offset);
        random.start(epochKey, example);
        for (int i = 0; i < augmentations.size(); i++) {
            augmentations.get(i).apply(image, random);
        }
    }
}
