package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.random.RandomGenerator;

/** A random change of a training image that keeps its label, applied anew in every epoch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Augmentation permits Placing, Cutout {
    /** Changes the image in place; everything random comes from the generator, which belongs to this example and epoch. */
    void apply(BatchImage image, RandomGenerator random);
}
