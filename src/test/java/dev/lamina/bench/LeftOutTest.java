package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.Precision;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private static final List<Mode> MODES = new LaminaContestant().modes();
    private static final LeftOut NO_BF16 = LeftOut.of(
            MODES,
            mode -> mode.precision() == Precision.BF16
                    ? Optional.of(UnservedSetting.precision(Message.of("backend.noBf16", "some")))
                    : Optional.empty());

    @Test
    void whatTheMachineLacksIsLeftOutForEveryoneAndSaidOnce() {
        assertEquals(List.of(LaminaContestant.F32, LaminaContestant.F32_DIRECT), NO_BF16.among(MODES));
        Mode peers = new Mode("bf16-nchw", "bf16 NCHW", Precision.BF16);
        assertEquals(List.of(), NO_BF16.among(List.of(peers)));
        assertEquals(
                List.of("Left out: bf16 cannot be trained with this processor's some instructions"),
                NO_BF16.messages().stream().map(Message::toString).toList());
    }

    @Test
    void whatIsAskedForIsRefusedWithTheReason() {
        NO_BF16.requireNone(List.of(LaminaContestant.F32));
        BadInputException refused =
                assertThrows(BadInputException.class, () -> NO_BF16.requireNone(List.of(LaminaContestant.BF16)));
        assertEquals(
                "modes: bf16: bf16 cannot be trained with this processor's some instructions; use f32",
                refused.getMessage());
    }

    @Test
    void aMachineThatHasAllLeavesNothingOut() {
        LeftOut none = LeftOut.of(MODES, _ -> Optional.empty());
        assertEquals(MODES, none.among(MODES));
        assertEquals(List.of(), none.messages());
    }
}
