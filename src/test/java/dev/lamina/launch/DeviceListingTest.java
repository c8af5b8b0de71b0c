package dev.lamina.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.DeviceDescription;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceListingTest {
    private static final DeviceDescription FIRST = new DeviceDescription("pocl cpu", "OpenCL 3.0", 1L << 33);
    private static final DeviceDescription SECOND = new DeviceDescription("H200", "CUDA 13.0", -1);

    private static String refusal(String... lines) {
        return assertThrows(
                        BadInputException.class,
                        () -> DeviceListing.answer("tornado", Message.of("launch.ended", 1), List.of(lines)))
                .getMessage();
    }

    @Test
    void devicesComeBackInTheirOrderFromBetweenOtherLines() {
        assertEquals(
                List.of(FIRST, SECOND),
                DeviceListing.answer(
                        "tornado",
                        Message.of("launch.ended", 0),
                        List.of(
                                "WARNING: Using incubator modules: jdk.incubator.vector",
                                DeviceListing.line(FIRST),
                                "driver says hello",
                                DeviceListing.line(SECOND))));
    }

    @Test
    void namesWithTabsAndLineEndsDoNotBreakALine() {
        var odd = new DeviceDescription("a\tb\nc", " d ", 5);
        assertEquals(
                List.of(new DeviceDescription("a b c", "d", 5)),
                DeviceListing.answer("tornado", Message.of("launch.noAnswer"), List.of(DeviceListing.line(odd))));
    }

    @Test
    void whatTheProcessComplainsOfIsHandedOn() {
        assertEquals("no device; install a driver", refusal("warning", "lamina: no device; install a driver", ""));
    }

    @Test
    void aProcessThatDiesIsToldWithItsLastWords() {
        assertEquals(
                "backend tornado: no device found, the process that looked for them ended with exit code 1 (Error: x);"
                        + " check the device's driver",
                refusal("first", "Error: x", ""));
    }

    @Test
    void aBackendOfThisProcessIsAskedHere() {
        assertEquals(1, BackendJvm.devices("reference").size());
    }
}
