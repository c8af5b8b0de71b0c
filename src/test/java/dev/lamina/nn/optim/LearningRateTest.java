package dev.lamina.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static final int STEPS = 10;

    /** The rate of the first step of an epoch (from 1). */
    private static double atEpoch(Schedule schedule, double warmUpEpochs, int totalEpochs, int epoch) {
        LearningRate rate = new LearningRate(0.1, schedule, new TrainingSpan(warmUpEpochs, totalEpochs), STEPS);
        return rate.at((long) (epoch - 1) * STEPS + 1);
    }

    @Test
    void constantNeverMoves() {
        assertEquals(0.1, atEpoch(new ConstantSchedule(), 0, 100, 1));
        assertEquals(0.1, atEpoch(new ConstantSchedule(), 0, 100, 100));
    }

    @Test
    void stepChangesAfterEveryThirtyEpochs() {
        Schedule schedule = new StepSchedule(30, 0.1);
        assertEquals(0.1, atEpoch(schedule, 0, 100, 30));
        assertEquals(0.01, atEpoch(schedule, 0, 100, 31), 1e-15);
        assertEquals(0.001, atEpoch(schedule, 0, 100, 61), 1e-15);
    }

    @Test
    void theSumIsThatOfEveryStep() {
        LearningRate rate = new LearningRate(0.1, new StepSchedule(1, 0.5), new TrainingSpan(0.2, 2), STEPS);
        assertEquals(0.05 + 0.1 + 8 * 0.1 + 10 * 0.05, rate.sum(), 1e-12);
        assertEquals(
                new DecayExponent(0.01, 0.145),
                DecayExponent.of(new Sgd(0.9, true), 0.01, 1.45)
                        .map(x -> new DecayExponent(x.lambda(), Math.round(x.value() * 1e9) / 1e9))
                        .orElseThrow());
        assertTrue(DecayExponent.of(new Adam(0.9, 0.999, 1e-8), 0.01, 1.45).isEmpty());
    }

    @Test
    void stepHoldsToTheLastStepOfTheEpoch() {
        LearningRate rate = new LearningRate(1, new StepSchedule(3, 0.5), new TrainingSpan(0, 10), STEPS);
        assertEquals(1, rate.at(30));
        assertEquals(0.5, rate.at(31));
    }

    @Test
    void multiStepDividesAt81And122() {
        Schedule schedule = new MultiStepSchedule(List.of(81, 122), 0.1);
        assertEquals(0.1, atEpoch(schedule, 0, 200, 81));
        assertEquals(0.01, atEpoch(schedule, 0, 200, 82), 1e-15);
        assertEquals(0.01, atEpoch(schedule, 0, 200, 122), 1e-15);
        assertEquals(0.001, atEpoch(schedule, 0, 200, 123), 1e-15);
    }

    @Test
    void halveEveryTwentyEpochs() {
        Schedule schedule = new HalveEverySchedule(20);
        assertEquals(0.1, atEpoch(schedule, 0, 100, 20));
        assertEquals(0.05, atEpoch(schedule, 0, 100, 21));
        assertEquals(0.025, atEpoch(schedule, 0, 100, 41));
    }

    @Test
    void cosineFallsFromOneThroughTheMiddleToTheFinalFactor() {
        TrainingSpan span = new TrainingSpan(0, 20);
        assertEquals(1, new CosineSchedule(0).factor(0, span));
        assertEquals(0.5, new CosineSchedule(0).factor(10, span), 1e-15);
        assertEquals(0, new CosineSchedule(0).factor(20, span), 1e-15);
        assertEquals(0.01, new CosineSchedule(0.01).factor(20, span), 1e-15);
    }

    @Test
    void cosineStartsWhereWarmUpEnds() {
        TrainingSpan span = new TrainingSpan(5, 25);
        assertEquals(1, new CosineSchedule(0).factor(5, span));
        assertEquals(0.5, new CosineSchedule(0).factor(15, span), 1e-15);
    }

    @Test
    void warmUpRisesByTheStepAndIsNeverZero() {
        LearningRate rate = new LearningRate(0.1, new ConstantSchedule(), new TrainingSpan(1, 5), STEPS);
        for (int step = 1; step <= STEPS; step++) {
            assertEquals(0.01 * step, rate.at(step), 1e-15);
        }
        assertEquals(0.1, rate.at(STEPS + 1));
    }

    @Test
    void everyScheduleWarmsUp() {
        List<Schedule> schedules = List.of(
                new ConstantSchedule(),
                new StepSchedule(2, 0.1),
                new MultiStepSchedule(List.of(2), 0.1),
                new HalveEverySchedule(2),
                new CosineSchedule(0));
        assertEquals(Schedule.class.getPermittedSubclasses().length, schedules.size());
        for (Schedule schedule : schedules) {
            LearningRate rate = new LearningRate(1, schedule, new TrainingSpan(2, 10), STEPS);
            assertEquals(0.05, rate.at(1), 1e-15, schedule.toString());
            assertEquals(1, rate.at(2 * STEPS), 1e-15, schedule.toString());
        }
    }

    @Test
    void aHalfEpochOfWarmUpEndsInsideTheEpoch() {
        LearningRate rate = new LearningRate(1, new CosineSchedule(0), new TrainingSpan(0.5, 10), STEPS);
        assertEquals(0.2, rate.at(1), 1e-15);
        assertEquals(1, rate.at(5), 1e-15);
        assertTrue(rate.at(7) < 1);
    }
}
