package dev.lamina.data;

import dev.lamina.tensor.Shape;

/** Room for one batch, filled again and again by a {@link BatchIterator}; belongs to one thread at a time. */
public final class Batch {
    private final Shape exampleShape;
    private final float[] images;
    private final int[] labels;
    private final int[] examples;
    private int size;

    Batch(Shape exampleShape, int capacity) {
        this.exampleShape = exampleShape;
        images = new float[Math.toIntExact(Math.multiplyExact(exampleShape.size(), capacity))];
        labels = new int[capacity];
        examples = new int[capacity];
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

    /** [size, C, H, W]. */
    public Shape shape() {
        return exampleShape.batched(size);
    }

    void clear() {
        size = 0;
    }

    /** Takes in an example and returns where its values go in {@link #images}. */
    int add(int example, int label) {
        examples[size] = example;
        labels[size] = label;
        return size++ * (images.length / labels.length);
    }
}
