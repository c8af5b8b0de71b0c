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
    private final boolean raw;

    private Batches(ImageDataset data, PixelDecoder decoder, BatchPlan plan, @Nullable Seeds seeds, boolean raw) {
        this.data = data;
        this.decoder = decoder;
        this.plan = plan;
        this.seeds = seeds;
        this.raw = raw;
    }

    /** Every example once, in original order, unchanged; the last batch may be smaller. */
    public static Batches inOrder(ImageDataset data, Normalization normalization, int batchSize) {
        BatchPlan plan = new BatchPlan(batchSize, Remainder.KEEP, List.of());
        return new Batches(data, new PixelDecoder(data, normalization), plan, null, false);
    }

    /**
     * A new order and new augmentations each epoch.
     * @throws BadInputException for augmentations of points, or when dropping the remainder leaves no batch
     */
    public static Batches shuffled(ImageDataset data, Normalization normalization, BatchPlan plan, Seeds seeds) {
        plan.requireFit(data);
        return new Batches(data, new PixelDecoder(data, normalization), plan, seeds, false);
    }

    /**
     * The same batches with the same draws, but images as they are stored, and in each batch what is left to do with them.
     *
     * @return empty where a {@link Placement} cannot say what the augmentations do, or images are mixed
     */
    public Optional<Batches> raw() {
        return plan.placesOnly() ? Optional.of(new Batches(data, decoder, plan, seeds, true)) : Optional.empty();
    }

    /** Whether images are as they are stored, see {@link #raw()}. */
    public boolean areRaw() {
        return raw;
    }

    /** Room for one batch of this set. */
    public Batch allocate() {
        return new Batch(data.exampleShape(), Math.min(plan.batchSize(), data.size()));
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
        return new BatchIterator(data, order(epoch), position, batchesDone, writer(epochKey), mixer);
    }

    private ExampleWriter writer(long epochKey) {
        return raw
                ? new RawExamples(
                        decoder,
                        plan.augmentations().stream().map(Placing.class::cast).toList(),
                        epochKey)
                : new PreparedExamples(decoder, data.exampleShape(), plan.augmentations(), epochKey);
    }

    private int[] order(int epoch) {
        int[] order = IntStream.range(0, data.size()).toArray();
        if (seeds != null) {
            Shuffle.inPlace(order, seeds.stream("shuffle", epoch));
        }
        return java.util.Arrays.copyOf(order, examplesPerEpoch());
    }
}
