package dev.lamina.data;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import java.util.random.RandomGenerator;

/** Mirrors left and right with probability 1/2. Not for digits or letters. */
@JsonTypeName("horizontal-flip")
@Origin(formula = "x[i, W − 1 − j]")
public record HorizontalFlip() implements Placing {
    @Override
    public void place(Placeable image, RandomGenerator random) {
        if (random.nextBoolean()) {
            image.mirror();
        }
    }
}
