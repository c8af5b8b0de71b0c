package dev.lamina.data;

import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.random.RandomGenerator;

/** Mixes the batches of one epoch; what happens to a batch follows from the seed, the epoch and the batch's number. */
final class BatchMixer {
    private final Mixing mixing;
    private final Shape exampleShape;
    private final Seeds seeds;
    private final int epoch;
    private float[] originals = {};

    BatchMixer(Mixing mixing, Shape exampleShape, Seeds seeds, int epoch) {
        this.mixing = mixing;
        this.exampleShape = exampleShape;
        this.seeds = seeds;
        this.epoch = epoch;
    }

    /** @param number of the batch in the epoch, from 0 */
    void mix(Batch batch, int number) {
        RandomGenerator random = seeds.stream("mixing", epoch, number);
        int[] partners = new int[batch.size()];
        for (int i = 0; i < partners.length; i++) {
            partners[i] = i;
        }
        Shuffle.inPlace(partners, random);
        float[] images = batch.images();
        if (originals.length < images.length) {
            originals = new float[images.length];
        }
        System.arraycopy(images, 0, originals, 0, Math.toIntExact(batch.shape().size()));
        batch.setMixture(partners, mixing.apply(images, originals, partners, exampleShape, random));
    }
}
