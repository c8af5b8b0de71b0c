package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.tensor.BadInputException;
import org.junit.jupiter.api.Test;

class ActivationFamilyTest {
    @Test
    void everyActivationButReluIsMeasuredBesideIt() {
        assertEquals(
                Activation.class.getPermittedSubclasses().length - 1,
                ActivationFamily.besideRelu().size());
        assertTrue(ActivationFamily.of("leaky-relu") instanceof LeakyRelu);
        assertEquals(new Mpelu(1, 1, Sharing.CHANNEL, 5, 1), ActivationFamily.of("mpelu"));
    }

    @Test
    void anUnknownActivationIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(BadInputException.class, () -> ActivationFamily.of("cubic"))
                .getMessage();
        assertTrue(message.contains("leaky-relu"), message);
    }
}
