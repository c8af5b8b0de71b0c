package dev.lamina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherLoadTest {
    @Test
    void fewerThreadsAreOfferedWhereOthersWouldHoldUpAll() {
        assertEquals(
                Optional.of("other programs keep 1.0 of 2 cores busy; --threads 1 may be as fast as 2 beside them"
                        + " (results repeat for the same number of threads)"),
                OtherLoad.offer(2, 2, 1).map(Message::toString));
        assertTrue(OtherLoad.offer(2, 2, 2).orElseThrow().toString().contains("--threads 1 "));
        assertTrue(OtherLoad.offer(8, 8, 3.1).orElseThrow().toString().contains("--threads 5 "));
    }

    @Test
    void nothingIsOfferedWhereCoresAreLeftOrThereIsNothingToSave() {
        assertEquals(Optional.empty(), OtherLoad.offer(1, 2, 2));
        assertEquals(Optional.empty(), OtherLoad.offer(2, 2, 0.4));
        assertEquals(Optional.empty(), OtherLoad.offer(2, 8, 5.5));
        assertTrue(OtherLoad.offer(2, 8, 7).isPresent());
    }
}
