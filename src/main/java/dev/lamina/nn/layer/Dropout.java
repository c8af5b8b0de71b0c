package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * Dropout: in training each element is zeroed with the given probability p and the others are multiplied by 1/(1 − p);
 * in testing nothing happens (Srivastava et al. 2014, inverted form). The mask is drawn on the host.
 */
@JsonTypeName("dropout")
@Origin(formula = "y = x∘m / (1 − p), m ∼ Bernoulli(1 − p)", source = "Srivastava et al. 2014")
public record Dropout(
        @Setting(
                defaultValue = "0.5",
                min = 0,
                max = 1,
                maxExclusive = true,
                meaning = "probability p that an element is dropped")
        double probability)
        implements Dropping {
    @Override
    public boolean dropsNothing() {
        return probability == 0;
    }
}
