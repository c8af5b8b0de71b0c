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
    }

    /** How many examples it holds now; the arrays' further elements are left over from earlier batches. */
    public int size() {
        return size;
    }

    /** How many examples it has room for. */
    public int capacity() {
        return labels.length;
    }

    /** [capacity, C, H, W] row-major, normalised; the array itself, overwritten by the next batch. */
    public float[] images() {
        return images;
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

    void clear() {
        size = 0;
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
