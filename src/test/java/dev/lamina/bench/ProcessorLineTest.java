package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.DeviceDescription;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProcessorLineTest {
    private static final DeviceDescription DEVICE =
            new DeviceDescription("2 cores, amd64, avx2", "oneDNN 3.11.0, Java vectors of 8 floats", 1);

    @Test
    void theProcessorIsNamedWithItsWidthsAndWhatMayBeUsedOfIt() {
        assertEquals(
                "Some CPU: 2 cores, amd64, avx2; oneDNN 3.11.0, Java vectors of 8 floats; bf16: no; a quota of 1.50 cores",
                ProcessorLine.of("Some CPU", DEVICE, false, OptionalDouble.of(1.5))
                        .toString());
        assertTrue(ProcessorLine.of("Some CPU", DEVICE, true, OptionalDouble.empty())
                .toString()
                .endsWith("bf16: yes"));
        assertTrue(ProcessorLine.of("This one").getFirst().toString().startsWith("This one: "));
    }
}
