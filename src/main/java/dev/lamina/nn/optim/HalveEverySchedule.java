package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;

/** 2^−⌊e / epochs⌋ after e epochs (the WNLL paper: every 50). Worked example: 20 gives 0.5 in the 21st epoch. */
@JsonTypeName("halve-every")
@Origin(formula = "η_t = η 2^(−⌊t / n⌋)", source = "Wang et al. 2018")
public record HalveEverySchedule(
        @Setting(
                defaultValue = "50",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs between two halvings")
        int epochs)
        implements Schedule {
    @Override
    public double factor(double epochsDone, TrainingSpan span) {
        return Math.pow(0.5, Math.floor(epochsDone / epochs));
    }
}
