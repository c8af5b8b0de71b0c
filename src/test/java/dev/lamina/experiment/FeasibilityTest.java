package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeasibilityTest {
    private static final long GIBIBYTE = 1L << 30;

    private final ExperimentConfig config = RecordFiles.parse(
            "{\"name\": \"r\", \"data\": {\"source\": \"cifar10\"}, \"network\": {\"preset\": \"resnet20\"},"
                    + " \"training\": {\"batchSize\": 2048}}",
            "test",
            ExperimentConfig.class,
            List.of());
    private final ResolvedNetwork network = ExperimentSetup.network(config, Shape.of(3, 32, 32), 10);

    private void require(long memoryBytes) {
        Feasibility.requireDeviceMemory(
                network, config.training(), new DeviceDescription("small card", "", memoryBytes));
    }

    @Test
    void aDeviceWithTooLittleMemoryIsNamedWithWhatTheStepTakes() {
        String message =
                assertThrows(BadInputException.class, () -> require(GIBIBYTE)).getMessage();
        assertEquals(
                "a training step with batches of 2048 takes at least 3.0 GiB, small card has 1.0 GiB; take fewer channels"
                        + " or a smaller training.batchSize",
                message);
    }

    @Test
    void trainingThatTakesMoreThanIsFreeIsTold() {
        MemoryEstimate memory = new MemoryEstimate(3 * GIBIBYTE, GIBIBYTE);
        assertEquals(
                Optional.of(
                        "training with batches of 2048 takes 4.0 GiB, 3.5 GiB of memory are free; close other programs,"
                                + " or take fewer channels or a smaller training.batchSize"),
                shortage(memory, new ReferenceBackend(), 3 * GIBIBYTE + GIBIBYTE / 2));
        assertEquals(Optional.empty(), shortage(memory, new ReferenceBackend(), 4 * GIBIBYTE));
        assertEquals(Optional.empty(), shortage(memory, new ReferenceBackend(), -1));
    }

    private Optional<String> shortage(MemoryEstimate memory, Backend backend, long freeBytes) {
        return Feasibility.shortage(memory, config.training(), backend, freeBytes)
                .map(Message::toString);
    }

    @Test
    void aDeviceWithEnoughMemoryOrOfUnknownMemoryWillDo() {
        assertDoesNotThrow(() -> require(64 * GIBIBYTE));
        assertDoesNotThrow(() -> require(-1));
    }
}
