package dev.lamina.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveHandleTest {
    private static final Mpelu MPELU = new Mpelu(1, 1, Sharing.CHANNEL, 5, 1);

    private static List<String> names(Activation activation) {
        return CurveHandle.of(activation).stream()
                .map(handle -> handle.component().getName())
                .toList();
    }

    @Test
    void theNumbersThatBendTheCurveHaveOneEach() {
        assertEquals(List.of("initialAlpha", "initialBeta"), names(MPELU));
        assertEquals(List.of("alpha"), names(new Elu(1)));
        assertEquals(List.of("slope"), names(new LeakyRelu(0.01)));
        assertEquals(List.of(), names(new Relu()));
    }

    @Test
    void draggingOneMovesTheCurveThereAndLeavesTheOthers() {
        CurveHandle alpha = CurveHandle.of(MPELU).getFirst();
        Mpelu dragged = (Mpelu) alpha.draggedTo(MPELU, -1.8);
        assertEquals(-1.8, CurveHandle.value(dragged, alpha.y()), 0.01);
        assertEquals(1, dragged.initialBeta());
    }

    @Test
    void itStaysWithinTheRangeOfTheNumber() {
        CurveHandle slope = CurveHandle.of(new LeakyRelu(0.5)).getFirst();
        assertEquals(0, ((LeakyRelu) slope.draggedTo(new LeakyRelu(0.5), 3)).slope());
        assertTrue(((LeakyRelu) slope.draggedTo(new LeakyRelu(0.5), -9)).slope() <= 1);
    }
}
