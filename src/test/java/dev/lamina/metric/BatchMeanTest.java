package dev.lamina.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BatchMeanTest {
    private final BatchMean mean = new BatchMean();

    @Test
    void batchesCountByTheirSize() {
        mean.add(1, 2);
        mean.add(4, 1);
        assertEquals(2, mean.mean());
        assertEquals(3, mean.examples());
    }

    @Test
    void noBatchHasNoMeanAndNanStays() {
        assertTrue(Double.isNaN(mean.mean()));
        mean.add(Double.NaN, 1);
        mean.add(1, 1);
        assertTrue(Double.isNaN(mean.mean()));
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> mean.add(1, 0));
    }
}
