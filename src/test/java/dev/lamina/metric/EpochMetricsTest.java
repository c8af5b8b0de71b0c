package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochMetricsTest {
    private final Map<Metric, Double> measured = new LinkedHashMap<>(Map.of(Metric.GBR, Double.NaN));
    private final EpochMetrics metrics = new EpochMetrics(3, 240, measured);

    @Test
    void whatWasNotMeasuredIsAbsentAndNanIsKept() {
        assertTrue(metrics.value(Metric.TEST_ACCURACY).isEmpty());
        assertTrue(Double.isNaN(metrics.value(Metric.GBR).orElseThrow()));
    }

    @Test
    void theValuesAreACopyInTheOrderOfTheMetrics() {
        EpochMetrics more = metrics.with(Metric.TRAIN_LOSS, 1.5);
        measured.clear();
        assertEquals(
                List.of(Metric.TRAIN_LOSS, Metric.GBR),
                new ArrayList<>(more.values().keySet()));
        assertEquals(1, metrics.values().size());
        assertThrows(UnsupportedOperationException.class, () -> more.values().put(Metric.GBR, 0.0));
    }
}
