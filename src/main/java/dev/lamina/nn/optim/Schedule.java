package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How the learning rate moves while a run goes on, as a factor on the rate that was set. Steps at epoch boundaries count
 * from the start of the run, warm-up included; a run without a change keeps the factor 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Schedule
        permits ConstantSchedule, StepSchedule, MultiStepSchedule, HalveEverySchedule, CosineSchedule {
    /**
     * The factor after warm-up.
     *
     * @param epochsDone epochs before this step, with the fraction of the current one; 0 at the first step
     */
    double factor(double epochsDone, TrainingSpan span);
}
