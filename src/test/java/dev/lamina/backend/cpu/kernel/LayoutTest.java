package dev.lamina.backend.cpu.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 1, 1", "3, 20, 5, 7", "2, 16, 32, 32"})
    void plainToBlockedAndBackKeepsEveryValue(int n, int c, int h, int w) {
        BlockedShape shape = new BlockedShape(n, c, h, w);
        for (Precision precision : Precision.values()) {
            for (Team team : TestTensors.teams()) {
                double[] values = TestTensors.normal("x", TestTensors.elements(shape));
                MemorySegment plain = TestTensors.floats(values);
                BlockedTensor expected = TestTensors.blocked(shape, precision, values);
                BlockedTensor blocked = TestTensors.zeros(shape, precision);
                blocked.memory().fill((byte) 1);
                Layout.toBlocked(team, plain, blocked).run();
                assertArrayEquals(TestTensors.bytes(expected.memory()), TestTensors.bytes(blocked.memory()));
                MemorySegment back = TestTensors.floats(new double[values.length]);
                Layout.toPlain(team, blocked, back).run();
                assertArrayEquals(values, TestTensors.doubles(back, values.length));
            }
        }
    }

    @Test
    void plainMemoryThatIsTooSmallIsRefused() {
        BlockedTensor blocked = TestTensors.zeros(new BlockedShape(2, 16, 4, 4), Precision.FLOAT32);
        MemorySegment small = TestTensors.floats(new double[511]);
        assertThrows(IllegalArgumentException.class, () -> Layout.toBlocked(Team.inline(), small, blocked));
    }
}
