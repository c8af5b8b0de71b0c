package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;

/** The factor is 1 throughout. */
@JsonTypeName("constant")
@Origin(formula = "η_t = η")
public record ConstantSchedule() implements Schedule {
    @Override
    public double factor(double epochsDone, TrainingSpan span) {
        return 1;
    }
}
