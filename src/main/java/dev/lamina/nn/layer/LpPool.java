package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * The p-norm of each window W of x, between a sum and the largest magnitude:
 * <pre>
 *   y       = (Σ_W |x|^p)^(1/p) = m (Σ_W (|x|/m)^p)^(1/p),   m = max_W |x|,   and 0 where m = 0
 *   ∂y/∂x   = sign(x) (|x|/y)^(p−1),                         and 0 where y = 0
 * </pre>
 * p = 1 sums the magnitudes, p = 2 is the Euclidean norm, p → ∞ approaches the largest magnitude. Drawn by m no power
 * overflows. Source: Gu et al., survey, Lp pooling; Sermanet et al. 2012, who weigh the window with a
 * Gaussian; we do not. PyTorch's LPPool2d takes no magnitude, the same where x ≥ 0.
 * Not a number wherever the window holds one. Worked example: p = 2 on the window 3, −4, 0, 0 is 5, gradient 0.6, −0.8, 0, 0.
 */
@JsonTypeName("lp-pool")
@Origin(formula = "y = (Σ x^p)^(1/p)", source = "Gu et al., Lp pooling; Sermanet et al. 2012")
public record LpPool(
        @Setting(defaultValue = "2", min = 1, max = 1000, meaning = "p of the norm, from sum (1) to maximum")
        double exponent,

        @Setting(min = 1, max = 255, unit = "pixels", meaning = "side of the square window")
        int kernelSize,

        @Setting(min = 1, max = 255, unit = "pixels", meaning = "step between windows")
        int stride,

        @Setting(defaultValue = "0", min = 0, max = 127, unit = "pixels", meaning = "border added on every side")
        int padding)
        implements WindowPool {
    @Override
    public Needs needs() {
        return Needs.INPUT_AND_OUTPUT;
    }

    @Override
    public String kind() {
        return "norm";
    }
}
