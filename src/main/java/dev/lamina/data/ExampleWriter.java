package dev.lamina.data;

import java.util.Optional;

/** Fills an example's place in a batch. */
sealed interface ExampleWriter permits PreparedExamples, RawExamples {
    /**
     * Writes the example that the batch took in last.
     *
     * @param offset of its place among the batch's images
     */
    void write(int example, Batch batch, int offset);

    /** What is left to do with the images of its batches, see {@link Batch#remaining}. */
    Optional<PixelMap> remaining();
}
