package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.event.TrainingEvent;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochCostsTest {
    private final EpochCosts costs = new EpochCosts();

    private void epoch(double training, double measuring) {
        costs.on(new TrainingEvent.EpochCompleted(
                EpochMetrics.of(1, 1, Map.of(Tags.EPOCH_SECONDS, training)), 9, measuring, 0));
    }

    private void gbr(double seconds) {
        costs.on(
                new TrainingEvent.ReadingMeasured(null, "gbr", 1, 1, Map.of(Tags.GBR, new Reading.Scalar(5)), seconds));
    }

    @Test
    void firstEpochWarmsUpAndGbrIsNoEvaluation() {
        gbr(3);
        epoch(10, 9);
        gbr(0.5);
        epoch(2, 0.75);
        gbr(0.3);
        epoch(3, 0.45);
        assertEquals(
                "time of an epoch: linear 2.50 s + 0.200 s of evaluation;"
                        + " reading GBR 0.400 s, 16.0 % of the training of a linear epoch",
                costs.line().orElseThrow().toString());
    }

    @Test
    void nothingIsSaidOfARunWithoutEpochs() {
        assertTrue(costs.line().isEmpty());
    }
}
