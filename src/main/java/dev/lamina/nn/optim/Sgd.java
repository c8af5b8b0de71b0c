package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * Stochastic gradient descent with momentum μ.
 *   g ← g + λw;  m ← μm + g;  w ← w − η(g + μm) with Nesterov, w ← w − ηm without
 * The first step starts from m = 0. Source: Sutskever et al. 2013 in the form PyTorch uses.
 */
@JsonTypeName("sgd")
@Origin(formula = "v ← μ v + g, w ← w − η v", source = "Sutskever et al. 2013")
public record Sgd(
        @Setting(defaultValue = "0.9", min = 0, max = 1, maxExclusive = true, meaning = "momentum μ")
        double momentum,

        @Setting(defaultValue = "true", meaning = "whether the gradient is taken at the point the momentum leads to")
        boolean nesterov)
        implements Optimizer {}
