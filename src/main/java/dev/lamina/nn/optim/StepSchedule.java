package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/**
 * factor^⌊e / every⌋ after e epochs. Worked example: every 30 epochs a factor of 0.1 gives 1 in the 30th epoch and 0.1
 * in the 31st.
 */
@JsonTypeName("step")
@Origin(formula = "η_t = η f^⌊t / n⌋", source = "Krizhevsky, Sutskever, Hinton 2012")
public record StepSchedule(
        @Setting(min = 1, max = 1_000_000, unit = "epochs", meaning = "epochs between two changes")
        int every,

        @Setting(
                defaultValue = "0.1",
                min = 0,
                max = 1,
                minExclusive = true,
                meaning = "multiplies the rate at every change")
        double factor)
        implements Schedule {
    @Override
    public double factor(double epochsDone, TrainingSpan span) {
        return Math.pow(factor, Math.floor(epochsDone / every));
    }
}
