package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lamina.tensor.Shape;
import java.util.random.RandomGenerator;

/**
 * Joins every image of a training batch with another one of the batch; the loss then counts both labels, in the share
 * that each image has. Works on whatever the augmentations and the normalization left.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Mixing permits Mixup, CutMix {
    /**
     * Mixes a batch in place.
     *
     * @param images [N, C, H, W] row-major, N the number of partners; holds more behind that stays as it is
     * @param originals the same before
     * @param partners the example of the batch that each one is mixed with
     * @param random belongs to this batch
     * @return the share λ that each image keeps of itself, the same for all
     */
    double apply(float[] images, float[] originals, int[] partners, Shape exampleShape, RandomGenerator random);
}
