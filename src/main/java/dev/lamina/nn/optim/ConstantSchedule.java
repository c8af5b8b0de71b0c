package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** The factor is 1 throughout. */
@JsonTypeName("constant")
public record ConstantSchedule() implements Schedule {
    @Override
    public double factor(double epochsDone, TrainingSpan span) {
        return 1;
    }
}
