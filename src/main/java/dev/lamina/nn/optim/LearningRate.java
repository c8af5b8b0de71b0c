package dev.lamina.nn.optim;

import java.util.stream.LongStream;

/**
 * The learning rate of every step: the rate that was set, a linear warm-up, then the schedule.
 *   η(step) = rate · e⁺ / warm-up for e⁺ ≤ warm-up,  rate · factor(e) afterwards,
 * e and e⁺ the epochs done before and after the step. The first step has a small rate, never 0 (Goyal et al. 2017).
 * Worked example: rate 0.1, one epoch of warm-up, 10 steps an epoch: 0.01, 0.02, …, 0.1, then the schedule.
 *
 * @param stepsPerEpoch steps that make one epoch
 */
public record LearningRate(double rate, Schedule schedule, TrainingSpan span, int stepsPerEpoch) {
    /** The rate of a step; steps count from 1. */
    public double at(long step) {
        double epochsAfter = (double) step / stepsPerEpoch;
        if (epochsAfter <= span.warmUpEpochs()) {
            return rate * epochsAfter / span.warmUpEpochs();
        }
        return rate * schedule.factor((double) (step - 1) / stepsPerEpoch, span);
    }

    /** Σ_t η(t) over all steps of the span. Worked example: rate 0.1, constant, 2 epochs of 10 steps: 2. */
    public double sum() {
        long steps = Math.round(span.totalEpochs() * stepsPerEpoch);
        return LongStream.rangeClosed(1, steps).mapToDouble(this::at).sum();
    }
}
