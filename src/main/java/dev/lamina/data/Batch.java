package dev.lamina.data;

import dev.lamina.tensor.Shape;
import java.util.Optional;

/** Room for one batch, filled again and again by a {@link BatchIterator}; belongs to one thread at a time. */
public final class Batch {
    private final Shape exampleShape;
    private final float[] images;
    private final int[] labels;
    private final int[] examples;
    private final int[] secondLabels;
    private final float[] placements;
    private Optional<PixelMap> remaining = Optional.empty();
    private Optional<Mixture> mixture = Optional.empty();
    private int size;

    /**
     * Images mixed of two: the label of the second of each, [capacity], overwritten by the next batch, and the share λ that
     * the first has in all of them.
     */
    public record Mixture(int[] secondLabels, double firstShare) {}

    Batch(Shape exampleShape, int capacity) {
        this.exampleShape = exampleShape;
        images = new float[Math.toIntExact(Math.multiplyExact(exampleShape.size(), capacity))];
        labels = new int[capacity];
        examples = new int[capacity];
        secondLabels = new int[capacity];
        placements = new float[Placement.NUMBERS * capacity];
    }

    /** How many examples it holds now; the arrays' further elements are left over from earlier batches. */
    public int size() {
        return size;
    }

    /** How many examples it has room for. */
    public int capacity() {
        return labels.length;
    }

    /**
     * [capacity, C, H, W] row-major, normalised and augmented unless {@link #remaining} says otherwise; the array itself,
     * overwritten by the next batch.
     */
    public float[] images() {
        return images;
    }

    /**
     * Present where the images are as the data set stores them: each is still to be placed where {@link #placements} says,
     * black coming free, and then normalised by this map.
     */
    public Optional<PixelMap> remaining() {
        return remaining;
    }

    /**
     * Rows down, columns to the right and mirrored afterwards (1) or not (0), [capacity, 3]; says something only of images
     * that are to be placed. The array itself, overwritten by the next batch.
     */
    public float[] placements() {
        return placements;
    }

    /** [capacity]; the array itself, overwritten by the next batch. */
    public int[] labels() {
        return labels;
    }

    /** The examples' numbers in the data set, [capacity]; the array itself, overwritten by the next batch. */
    public int[] examples() {
        return examples;
    }

    /** Present where every image is mixed of two. */
    public Optional<Mixture> mixture() {
        return mixture;
    }

    /** [size, C, H, W]. */
    public Shape shape() {
        return exampleShape.batched(size);
    }

    /** Empties it for the next batch; {@code left} is what remains to be done with its images. */
    void begin(Optional<PixelMap> left) {
        size = 0;
        remaining = left;
        mixture = Optional.empty();
    }

    /** @param partners the example of the batch that each one was mixed with */
    void setMixture(int[] partners, double firstShare) {
        for (int i = 0; i < size; i++) {
            secondLabels[i] = labels[partners[i]];
        }
        mixture = Optional.of(new Mixture(secondLabels, firstShare));
    }

    /** Takes in an example and returns where its values go in {@link #images}. */
    int add(int example, int label) {
        examples[size] = example;
        labels[size] = label;
        return size++ * (images.length / labels.length);
    }
}
