package dev.lamina.nn.head;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * A linear classifier without biases, trained by {@link LargeMarginSoftmax}; the largest logit decides, as for softmax.
 * The loss of validation and test has the margin, too. With a small λ a network that begins with right angles does best
 * by shrinking features and weights to nothing, and its loss stays at log K: measured, three spirals are learned with m = 2
 * for λ = 10, not for 1, with m = 4 for 30, not for 10. The authors begin with a large λ, which falls; here it is constant.
 */
@JsonTypeName("large-margin")
@Origin(
        formula = "ℓ = −log(e^(‖w_y‖‖x‖ψ(θ_y)) / (e^(‖w_y‖‖x‖ψ(θ_y)) + Σ_(j≠y) e^(z_j)))",
        source = "Liu et al. 2016, eqs. 4 to 6")
public record LargeMarginHead(
        @Setting(
                defaultValue = "2",
                min = 1,
                max = 4,
                meaning = "margin m: the angle to the label's weights counts m times; 1 is softmax")
        int margin,

        @Setting(
                defaultValue = "10.0",
                min = 0,
                max = 1e6,
                meaning = "weight λ of the plain logit beside the one with margin, constant: the larger, the closer to"
                        + " softmax and the easier to train; larger margins need more, 0 is the margin alone")
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
