package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * Half a cosine from 1 at the end of warm-up to the final factor f at the end of the run, moving at every step:
 *   f + (1 − f)(1 + cos(π t)) / 2,   t = (e − warm-up) / (total − warm-up)
 * Source: Loshchilov, Hutter 2017, eq. 5, without restarts. Worked example: f = 0 gives 0.5 halfway.
 */
@JsonTypeName("cosine")
@Origin(formula = "η_t = η_T + ½ (η − η_T)(1 + cos(π t / T))", source = "Loshchilov, Hutter 2017, eq. 5")
public record CosineSchedule(
        @Setting(defaultValue = "0.0", min = 0, max = 1, meaning = "factor f at the end of the run")
        double finalFactor) implements Schedule {
    @Override
    public double factor(double epochsDone, TrainingSpan span) {
        double length = span.totalEpochs() - span.warmUpEpochs();
        double t = length > 0 ? Math.clamp((epochsDone - span.warmUpEpochs()) / length, 0.0, 1.0) : 1;
        return finalFactor + (1 - finalFactor) * (1 + Math.cos(Math.PI * t)) / 2;
    }
}
