package dev.lamina.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightDecaysTest {
    /** 7 steps of 16 images an epoch. */
    private static final int IMAGES = 100;

    private static ExperimentConfig config(String... overrides) {
        return RecordFiles.parse("""
                {
                  "data": {"source": "shapes"},
                  "network": {"preset": "resnet8"},
                  "training": {"epochs": 4, "batchSize": 16, "learningRate": 0.1, "schedule": "constant",
                               "weightDecay": 0.01}
                }
                """, "test", ExperimentConfig.class, List.of(overrides));
    }

    private static List<String> lines(ExperimentConfig config) {
        return new WeightDecays(config, IMAGES)
                .lines().stream().map(Message::toString).toList();
    }

    @Test
    void everyStepOfEveryLinearStageCounts() {
        assertEquals(4 * 7 * 0.1, new WeightDecays(config(), IMAGES).rateSum(), 1e-12);
        assertEquals(4 * 6 * 0.1, new WeightDecays(config("training.remainder=drop"), IMAGES).rateSum(), 1e-12);
        // A second alternation at a fifth of the rate.
        assertEquals(1.2 * 4 * 7 * 0.1, new WeightDecays(config("head=wnll"), IMAGES).rateSum(), 1e-12);
    }

    @Test
    void everyLambdaIsSaidWithItsExponent() {
        assertEquals(
                List.of(
                        "weight decay λ = 0.0100: λΣη/(1−μ) = 0.2800, decay alone would leave e^−0.2800 of the weights"),
                lines(config()));
        assertEquals(
                List.of("shifted decay of equal norms λ = 0.000100: λΣη/(1−μ) = 0.002800, decay alone would leave"
                        + " e^−0.002800 of the weights"),
                lines(config("training.weightDecay=0", "training.equalNorm={}")));
    }

    @Test
    void adamAndNoDecayHaveNoExponent() {
        assertEquals(List.of(), lines(config("training.optimizer=adam")));
        assertEquals(List.of(), lines(config("training.weightDecay=0")));
    }
}
