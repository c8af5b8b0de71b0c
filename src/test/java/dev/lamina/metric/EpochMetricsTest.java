package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochMetricsTest {
    private final Map<Tag, Double> measured = new LinkedHashMap<>(Map.of(Tags.GBR, Double.NaN));
    private final EpochMetrics metrics = EpochMetrics.of(3, 240, measured);

    @Test
    void whatWasNotMeasuredIsAbsentAndNanIsKept() {
        assertTrue(metrics.value(Tags.TEST_ACCURACY).isEmpty());
        assertTrue(metrics.byLayer(Tags.GBR).isEmpty());
        assertTrue(Double.isNaN(metrics.value(Tags.GBR).orElseThrow()));
    }

    @Test
    void theReadingsAreACopyInTheOrderOfMeasuring() {
        EpochMetrics more = metrics.with(Tags.TRAIN_LOSS, new Reading.Scalar(1.5));
        measured.clear();
        assertEquals(
                List.of(Tags.GBR, Tags.TRAIN_LOSS), List.copyOf(more.readings().keySet()));
        assertEquals(1, metrics.readings().size());
        assertThrows(UnsupportedOperationException.class, () -> more.readings().clear());
    }
}
