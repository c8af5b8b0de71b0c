package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** Largest value of each window; the border never wins. Of equal values the first in row order takes the gradient. */
@JsonTypeName("max-pool")
@Origin(formula = "y = max_Ω x", source = "Gu et al., pooling")
public record MaxPool(
        @Setting(min = 1, max = 255, unit = "pixels", meaning = "side of the square window")
        int kernelSize,

        @Setting(min = 1, max = 255, unit = "pixels", meaning = "step between windows")
        int stride,

        @Setting(defaultValue = "0", min = 0, max = 127, unit = "pixels", meaning = "border added on every side")
        int padding)
        implements WindowPool {
    @Override
    public Needs needs() {
        return Needs.WINNERS;
    }

    @Override
    public String kind() {
        return "max";
    }
}
