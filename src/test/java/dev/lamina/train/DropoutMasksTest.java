package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DropoutMasksTest {
    private static float[] mask(int batchSize, long seed, int epoch, int step) {
        Map<String, HostTensor> inputs = new HashMap<>();
        new DropoutMasks(SmallRun.network(0.2), new Seeds(seed)).addTo(inputs, batchSize, epoch, step);
        assertEquals(Set.of("mask/dropout"), inputs.keySet());
        assertEquals(Shape.of(batchSize, 4), inputs.get("mask/dropout").shape());
        return inputs.get("mask/dropout").values();
    }

    @Test
    void aFifthIsDroppedAndTheRestKeepsTheMean() {
        float[] mask = mask(5000, 1, 1, 0);
        int dropped = 0;
        for (float value : mask) {
            dropped += value == 0 ? 1 : 0;
            assertEquals(value == 0 ? 0 : 1.25f, value);
        }
        // Standard deviation of the count: √(20000 · 0.2 · 0.8) = 57.
        assertEquals(4000, dropped, 4 * 57);
    }

    @Test
    void theMaskFollowsFromSeedEpochAndStep() {
        assertArrayEquals(mask(64, 1, 1, 0), mask(64, 1, 1, 0));
        for (float[] other : new float[][] {mask(64, 2, 1, 0), mask(64, 1, 2, 0), mask(64, 1, 1, 1)}) {
            assertFalse(Arrays.equals(mask(64, 1, 1, 0), other));
        }
    }
}
