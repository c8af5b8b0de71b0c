package dev.lamina.data.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
    @Test
    void theSameLengthChangesNothing() {
        float[] plane = {3, 1, 4, 1, 5, 9};
        assertArrayEquals(plane, Resampling.of(3, 3).alongRows(plane, 2), 1e-6f);
        assertArrayEquals(plane, Resampling.of(2, 2).alongColumns(plane, 3), 1e-6f);
    }

    @Test
    void aWorkedExampleOfHalving() {
        // Output 0 sits between inputs 0 and 1; weights ∝ 3/4, 3/4, 1/4 on inputs 0, 1, 2.
        float[] halved = Resampling.of(4, 2).alongRows(new float[] {7, 0, 0, 0}, 1);
        assertArrayEquals(new float[] {3, 0}, halved, 1e-5f);
    }

    @ParameterizedTest
    @CsvSource({"5,17", "17,5", "32,32", "1,8", "200,3"})
    void aConstantStaysConstant(int from, int to) {
        float[] plane = new float[from];
        java.util.Arrays.fill(plane, 42);
        for (float value : Resampling.of(from, to).alongRows(plane, 1)) {
            assertEquals(42, value, 1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"10,20", "20,10", "12,30"})
    void aRampStaysARampAwayFromTheEnds(int from, int to) {
        float[] ramp = new float[from];
        for (int j = 0; j < from; j++) {
            ramp[j] = j + 0.5f;
        }
        float[] resampled = Resampling.of(from, to).alongColumns(ramp, 1);
        for (int i = to / 4; i < 3 * to / 4; i++) {
            assertEquals((i + 0.5) * from / to, resampled[i], 1e-4);
        }
    }
}
