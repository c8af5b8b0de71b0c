package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricTest {
    @Test
    void theKeysOfTheMetricsFileAreTheseAndNoOthers() {
        assertEquals(
                List.of(
                        "trainLoss",
                        "trainAccuracy",
                        "validationLoss",
                        "validationAccuracy",
                        "testLoss",
                        "testAccuracy",
                        "wnllValidationAccuracy",
                        "wnllTestAccuracy",
                        "gbr",
                        "gbrStandardError",
                        "log10NormProduct",
                        "log10WeightDecayBound",
                        "learningRate",
                        "imagesPerSecond",
                        "epochSeconds"),
                Arrays.stream(Metric.values()).map(Metric::id).toList());
    }

    @Test
    void aMetricIsFoundByItsKey() {
        for (Metric metric : Metric.values()) {
            assertEquals(Optional.of(metric), Metric.byId(metric.id()));
        }
        assertTrue(Metric.byId("GBR").isEmpty());
    }

    @Test
    void anAccuracyIsAFractionShownInPercent() {
        assertEquals(91.25, Metric.TEST_ACCURACY.displayed(0.9125), 1e-12);
        assertEquals("accuracy (%)", Metric.TEST_ACCURACY.withUnit("accuracy"));
        assertEquals("test accuracy", Metric.TEST_ACCURACY.label());
        assertEquals("loss", Metric.TRAIN_LOSS.withUnit("loss"));
        assertEquals("GBR", Metric.GBR.label());
    }
}
