package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.TrainingSpan;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static final Stage LINEAR = new Stage.Linear(1, 1, 4, 10, 1);

    /** Epochs of 10 steps. */
    private static TimeLeft left(int epochs) {
        var rate = new LearningRate(0.1, new ConstantSchedule(), new TrainingSpan(0, epochs), 10);
        return new TimeLeft(TrainingStages.of(new SoftmaxHead(true, 0), epochs, 100, rate));
    }

    private static Progress at(int epochsDone, int stepInEpoch) {
        return new Progress(
                epochsDone,
                stepInEpoch,
                10L * epochsDone + stepInEpoch,
                EpochSums.NONE,
                new LiveSettings(1, 0, 0),
                BestEpoch.NONE);
    }

    @Test
    void thereIsNoEstimateBeforeTheFirstStep() {
        assertTrue(Double.isNaN(left(4).seconds(at(0, 0))));
    }

    /** 4 epochs of 10 steps of 2 s with 5 s between: after 13 steps 27 · 2 + 3 · 5 = 69 s are left. */
    @Test
    void stepsAndTheTimeBetweenEpochsCount() {
        TimeLeft left = left(4);
        for (int i = 0; i < 10; i++) {
            left.addStep(LINEAR, 2);
        }
        left.addBetween(LINEAR, 4);
        left.addCheckpoint(LINEAR, 1);
        for (int i = 0; i < 3; i++) {
            left.addStep(LINEAR, 2);
        }
        assertEquals(69, left.seconds(at(1, 3)), 1e-9);
        assertEquals(0, left.seconds(at(4, 0)), 1e-9);
    }

    /** Two alternations of 3 linear epochs of 10 steps of 2 s and a WNLL epoch of 4 steps of 1 s. */
    @Test
    void everyKindOfStageHasTimesOfItsOwn() {
        var head = new WnllHead(true, WnllSettings.DEFAULT, 2, 0.2, 1, 25, 5e-4, ScoreGradient.SCORES, 0.5, 0);
        var rate = new LearningRate(0.1, new ConstantSchedule(), new TrainingSpan(0, 3), 10);
        TrainingStages stages = TrainingStages.of(head, 3, 200, rate);
        TimeLeft left = new TimeLeft(stages);
        left.addStep(stages.ofEpoch(1), 2);
        assertEquals(2 * 3 * 10 * 2 - 5 * 2, left.seconds(at(0, 5)), 1e-9);
        left.addStep(stages.ofEpoch(4), 1);
        left.addBetween(stages.ofEpoch(4), 3);
        assertEquals(2 * 1 + 3 + 3 * 10 * 2 + 4 * 1 + 3, left.seconds(at(3, 2)), 1e-9);
        assertEquals(0, left.seconds(at(8, 0)), 1e-9);
    }

    @Test
    void aSlowFirstStepIsForgotten() {
        TimeLeft left = left(100);
        left.addStep(LINEAR, 100);
        for (int i = 0; i < 400; i++) {
            left.addStep(LINEAR, 1);
        }
        assertEquals(600, left.seconds(at(40, 0)), 12);
    }
}
