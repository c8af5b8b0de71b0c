package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * Adam (Kingma, Ba 2015), weight decay added to the gradient.
 *   g ← g + λw;  m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²
 *   w ← w − η (m / (1 − β₁^t)) / (√(v / (1 − β₂^t)) + ε),  t the step from 1
 */
@JsonTypeName("adam")
@Origin(formula = "w ← w − η m̂ / (√v̂ + ε)", source = "Kingma, Ba 2015, algorithm 1")
public record Adam(
        @Setting(defaultValue = "0.9", min = 0, max = 1, maxExclusive = true, meaning = "decay β₁ of the first moment")
        double beta1,

        @Setting(
                defaultValue = "0.999",
                min = 0,
                max = 1,
                maxExclusive = true,
                meaning = "decay β₂ of the second moment")
        double beta2,

        @Setting(defaultValue = "1e-8", min = 0, minExclusive = true, meaning = "ε that keeps the division finite")
        double epsilon)
        implements Optimizer {}
