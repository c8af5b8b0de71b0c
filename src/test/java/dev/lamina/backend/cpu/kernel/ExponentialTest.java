package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    private static float minusOne(float t) {
        return Exponential.minusOne(FloatVector.broadcast(Lanes.FLOATS, t)).lane(Lanes.COUNT - 1);
    }

    @Test
    void relativeErrorStaysBelowThreeUnitsOfTenToTheMinusSevenEvenNearZero() {
        double worst = 0;
        for (double t = 1e-30; t < 87; t *= 1.0007) {
            double expected = Math.expm1((float) -t);
            worst = Math.max(worst, Math.abs(minusOne((float) -t) / expected - 1));
        }
        assertTrue(worst < 3e-7, "worst relative error " + worst);
        assertTrue(worst > 1e-9, "the test measures nothing");
    }

    @Test
    void endsOfTheRange() {
        assertEquals(0f, minusOne(0f));
        assertEquals(-1f, minusOne(-88f));
        assertEquals(-1f, minusOne(Float.NEGATIVE_INFINITY));
        assertTrue(Float.isNaN(minusOne(Float.NaN)));
    }
}
