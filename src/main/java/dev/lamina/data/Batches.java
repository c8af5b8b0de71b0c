package dev.lamina.data;

import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A data set as batches: shuffled and augmented for training, in original order for everything else.
 * The order follows from the seed and the epoch, an image's augmentation from the seed, the epoch and its number.
 *
 *     Batch batch = batches.allocate();
 *     for (BatchIterator iterator = batches.epoch(1); iterator.next(batch); ) { … }
 */
public final class Batches {
    private final ImageDataset data;
    private final PixelDecoder decoder;
    private final BatchPlan plan;
    private final @Nullable Seeds seeds;

    private Batches(ImageDataset data, Normalization normalization, BatchPlan plan, @Nullable Seeds seeds) {
        this.data = data;
        this.decoder = new PixelDecoder(data, normalization);
        this.plan = plan;
        this.seeds = seeds;
    }

    /** Every example once, in original order, unchanged; the last batch may be smaller. */
    public static Batches inOrder(ImageDataset data, Normalization normalization, int batchSize) {
        return new Batches(data, normalization, new BatchPlan(batchSize, Remainder.KEEP, List.of()), null);
    }

    /**
     * A new order and new augmentations each epoch.
     * @throws BadInputException for augmentations of points, or when dropping the remainder leaves no batch
     */
    public static Batches shuffled(ImageDataset data, Normalization normalization, BatchPlan plan, Seeds seeds) {
        plan.requireFit(data);
        return new Batches(data, normalization, plan, seeds);
    }

    /** Room for one batch of this set. */
    public Batch allocate() {
        return new Batch(data.exampleShape(), Math.min(plan.batchSize(), data.size()));
    }

    public ImageDataset data() {
        return data;
    }

    /** The number of batches in an epoch. */
    public int perEpoch() {
        return plan.batchesPerEpoch(data.size());
    }

    /** The number of examples in an epoch: all, or without the dropped remainder. */
    public int examplesPerEpoch() {
        return plan.examplesPerEpoch(data.size());
    }

    /** All batches of an epoch (counted from 1). */
    public BatchIterator epoch(int epoch) {
        return epoch(epoch, 0);
    }

    /** The batches of an epoch (counted from 1) without its first ones, for a run that resumes inside it. */
    public BatchIterator epoch(int epoch, int batchesDone) {
        int position = Math.min(batchesDone * plan.batchSize(), examplesPerEpoch());
        long epochKey = seeds == null ? 0 : seeds.seed("augmentation", epoch);
        Optional<BatchMixer> mixer = Optional.ofNullable(seeds)
                .flatMap(some -> plan.mixing().map(mixing -> new BatchMixer(mixing, data.exampleShape(), some, epoch)));
        return new BatchIterator(
                data, decoder, order(epoch), position, batchesDone, plan.augmentations(), epochKey, mixer);
    }

    private int[] order(int epoch) {
        int[] order = IntStream.range(0, data.size()).toArray();
        if (seeds != null) {
            Shuffle.inPlace(order, seeds.stream("shuffle", epoch));
        }
        return java.util.Arrays.copyOf(order, examplesPerEpoch());
    }
}
