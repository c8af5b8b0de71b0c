package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataParts;
import dev.lamina.event.TrainingEvent;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    /** With patience 2 and a minimum gain of 0.01: 0.5, 0.505, 0.52, 0.52, 0.529 ends after the fifth epoch. */
    @Test
    void smallGainsDoNotCountAsImprovement() {
        EarlyStopping rule = new EarlyStopping(2, 0.01);
        BestEpoch best = BestEpoch.NONE;
        double[] accuracies = {0.5, 0.505, 0.52, 0.52, 0.529};
        for (int epoch = 1; epoch <= 5; epoch++) {
            best = best.with(epoch, accuracies[epoch - 1], rule.minimumImprovement());
            assertEquals(epoch == 5, rule.endsAfter(epoch, best), "epoch " + epoch);
        }
        assertEquals(5, best.epoch());
        assertEquals(3, best.improvedInEpoch());
    }

    @Test
    void ofEqualAccuraciesTheEarlierEpochIsTheBest() {
        BestEpoch best = BestEpoch.NONE.with(1, 0.5, 0).with(2, 0.5, 0);
        assertEquals(1, best.epoch());
        assertFalse(new EarlyStopping(2, 0).endsAfter(2, best));
        assertTrue(new EarlyStopping(1, 0).endsAfter(2, best));
    }

    /** A learning rate of next to nothing: accuracy stays, the run ends after 1 + 2 of 30 epochs, again when resumed. */
    @Test
    void aRunThatDoesNotImproveEndsEarlyAndStaysEnded() {
        TrainingPlan plan = SmallRun.with(SmallRun.plan(), "epochs", 30);
        plan = SmallRun.with(
                plan,
                "learningRate",
                new dev.lamina.nn.optim.LearningRate(
                        1e-30,
                        new dev.lamina.nn.optim.ConstantSchedule(),
                        new dev.lamina.nn.optim.TrainingSpan(0, 30),
                        3));
        plan = SmallRun.with(
                plan,
                "data",
                new DataParts(
                        plan.data().training(),
                        plan.data().training(),
                        plan.data().test()));
        plan = SmallRun.with(plan, "earlyStopping", Optional.of(new EarlyStopping(2, 1)));
        SmallRun.Result result = SmallRun.start(plan);
        assertEquals(3, result.metrics().size());
        assertEquals(
                3, result.events(TrainingEvent.StoppedEarly.class).getFirst().epoch());
        SmallRun.Result resumed =
                SmallRun.run(plan, Optional.of(result.last()), new dev.lamina.event.CommandQueue(), (_, _) -> {});
        assertEquals(0, resumed.events(TrainingEvent.StepCompleted.class).size());
    }

    @Test
    void withoutValidationDataItIsRefusedRatherThanLookingAtTestData() {
        TrainingPlan plan = SmallRun.plan();
        TrainingPlan none = SmallRun.with(
                plan,
                "data",
                new DataParts(plan.data().training(), null, plan.data().test()));
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> SmallRun.with(none, "earlyStopping", Optional.of(new EarlyStopping(2, 0))));
        Throwable cause = ((InvocationTargetException) thrown.getCause()).getCause();
        assertTrue(cause instanceof BadInputException && cause.getMessage().startsWith("training.earlyStopping: "));
    }
}
