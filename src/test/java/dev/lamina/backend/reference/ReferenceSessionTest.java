package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.Bias;
import dev.lamina.backend.cases.Draw;
import dev.lamina.backend.cases.LinearCases;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ReferenceSessionTest {
    private final OperationCase linear = LinearCases.of(Draw.of(Precision.F32, "session"), 2, 3, 4, Bias.WITHOUT);

    @Test
    void theProviderIsFoundByItsId() {
        assertTrue(ServiceLoader.load(BackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .anyMatch(p -> p.id().equals("reference") && p.create().id().equals("reference")));
    }

    @Test
    void whatItDoesNotHaveIsRefusedWithARemedy() {
        var backend = new ReferenceBackend();
        for (SessionSettings settings : List.of(
                new SessionSettings(1, Precision.BF16, ConvolutionAlgorithm.AUTO),
                new SessionSettings(1, Precision.TF32, ConvolutionAlgorithm.AUTO),
                new SessionSettings(1, Precision.F32, ConvolutionAlgorithm.WINOGRAD))) {
            String message = assertThrows(BadInputException.class, () -> backend.open(settings))
                    .getMessage();
            assertTrue(
                    message.startsWith("backend.")
                            && message.contains("backend reference")
                            && message.contains("; use "),
                    message);
        }
    }

    @Test
    void doublesAreKeptUnrounded() {
        try (ReferenceSession session = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
            session.prepare(linear.program());
            double[] values = new double[12];
            values[7] = 1.0 / 3;
            session.writeDouble("w", values);
            values[7] = 0;
            assertEquals(1.0 / 3, session.readDouble("w")[7]);
            assertEquals((float) (1.0 / 3), session.read("w").values()[7]);
        }
    }

    @Test
    void closingAProgramGivesItsMemoryBack() {
        try (ReferenceSession session = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
            ReferenceExecutable executable = session.prepare(linear.program());
            long perRun = 8 * (2 * (3 + 4) * 2 + 12);
            assertEquals(8 * 12 + perRun, session.memoryBytes());
            executable.close();
            assertEquals(8 * 12, session.memoryBytes());
            assertArrayEquals(new double[12], session.readDouble("w"));
        }
    }

    @Test
    void thePlanNamesOperationsInWords() {
        try (ReferenceSession session = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
            assertEquals(
                    new OperationPlan("linear", "linear backward weights", "loops in double"),
                    session.prepare(linear.program()).plan().get(1));
        }
    }
}
