package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Setting;

/**
 * A linear classifier without biases, trained by {@link LargeMarginSoftmax}; the largest logit decides, as for softmax.
 * The loss of validation and test has the margin, too.
 */
@JsonTypeName("large-margin")
public record LargeMarginHead(
        @Setting(
                defaultValue = "2",
                min = 1,
                max = 4,
                meaning = "margin m: the angle to the label's weights counts m times; 1 is softmax")
        int margin,

        @Setting(
                defaultValue = "0.0",
                min = 0,
                max = 1e6,
                meaning = "weight λ of the plain logit beside the one with margin, constant: the larger, the closer to"
                        + " softmax and the easier to train")
        double annealing)
        implements Head {
    @Override
    public boolean bias() {
        return false;
    }

    @Override
    public Loss loss() {
        return new LargeMarginSoftmax(margin, annealing);
    }
}
