package dev.lamina.data;

import java.util.random.RandomGenerator;

/** An augmentation that moves an image as a whole, so that a {@link Placement} can stand for it. */
public sealed interface Placing extends Augmentation permits PadCrop, HorizontalFlip {
    /** As {@link #apply}, with the same draws, on pixels or on a placement. */
    void place(Placeable image, RandomGenerator random);

    @Override
    default void apply(BatchImage image, RandomGenerator random) {
        place(image, random);
    }
}
