package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** Mean of each window over the pixels that lie inside the input; the border does not count. */
@JsonTypeName("average-pool")
@Origin(formula = "y = (1/|Ω|) Σ_Ω x", source = "LeCun et al. 1998")
public record AveragePool(
        @Setting(min = 1, max = 255, unit = "pixels", meaning = "side of the square window")
        int kernelSize,

        @Setting(min = 1, max = 255, unit = "pixels", meaning = "step between windows")
        int stride,

        @Setting(defaultValue = "0", min = 0, max = 127, unit = "pixels", meaning = "border added on every side")
        int padding)
        implements WindowPool {
    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    @Override
    public String kind() {
        return "average";
    }
}
