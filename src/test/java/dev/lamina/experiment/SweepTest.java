package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static List<Sweep.Member> members(String sweep) {
        return Sweep.members(SmallExperiment.config("sweep=" + sweep));
    }

    @Test
    void weightDecaysAreNamedForFoldersAndLegends() {
        List<Sweep.Member> members = members("{\"training.weightDecay\": [0, 1e-8, 1e-4, 0.01]}");
        assertEquals(
                List.of("weightDecay=0", "weightDecay=1e-8", "weightDecay=0.0001", "weightDecay=0.01"),
                members.stream().map(Sweep.Member::folderName).toList());
        assertEquals(
                List.of("λ = 0", "λ = 10⁻⁸", "λ = 10⁻⁴", "λ = 10⁻²"),
                members.stream().map(Sweep.Member::label).toList());
        assertEquals(
                List.of(0.0, 1e-8, 1e-4, 0.01),
                members.stream().map(m -> m.config().training().weightDecay()).toList());
    }

    @Test
    void severalKeysGiveEveryCombination() {
        List<Sweep.Member> members = members("{\"seed\": [1, 2], \"activation\": [\"relu\", {\"type\": \"elu\"}]}");
        assertEquals(4, members.size());
        assertEquals("activation = relu, seed = 1", members.getFirst().label());
        assertEquals("activation=relu_seed=2", members.get(1).folderName());
        assertEquals(2, members.getLast().config().seed());
        assertTrue(members.stream().allMatch(m -> m.config().sweep().isEmpty()));
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAtItsKey() {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> members("{\"training.epochs\": [5, -1]}"));
        assertTrue(refused.getMessage().startsWith("sweep: training.epochs=-1"), refused.getMessage());
    }
}
