package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.GoldenLosses;
import dev.lamina.backend.cases.LossCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenLossesTest {
    /** Two units in the last place of a float32. */
    private static final double TOLERANCE = 2.5e-7;

    @Test
    void theReferenceStillComputesTheLossesOfTheFile() {
        LossCurve.Result now = LossCurve.of(new ReferenceBackend(), SessionSettings.DEFAULT);
        String message = "now " + now.losses() + " and " + now.evaluationLoss();
        GoldenLosses.File file = GoldenLosses.read();
        List<Double> golden = file.losses();
        assertEquals(LossCurve.STEPS, golden.size());
        for (int i = 0; i < golden.size(); i++) {
            assertEquals(golden.get(i), now.losses().get(i), TOLERANCE * golden.get(i), message);
        }
        assertEquals(file.evaluationLoss(), now.evaluationLoss(), TOLERANCE * file.evaluationLoss(), message);
        assertTrue(golden.getLast() < golden.getFirst() / 2, "the network learns its two batches");
    }
}
