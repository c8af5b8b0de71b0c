package dev.lamina.backend.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.SealedTypes;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.program.Operation;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceCheckTest {
    private static final DeviceDescription DEVICE = new DeviceDescription("card", "driver 1", 1 << 30);

    @Test
    void everyOperationIsChecked() {
        Set<Class<?>> missing = SealedTypes.leaves(Operation.class);
        CheckProgram.all().program().operations().forEach(operation -> missing.remove(operation.getClass()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void aWrongElementIsReportedWithItsOperation() {
        CheckValues values = CheckProgram.all();
        Map<String, HostTensor> right = new HashMap<>();
        try (Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
                var executable = session.prepare(values.program())) {
            values.persistent().forEach(session::write);
            right.putAll(executable.run(values.inputs()));
        }
        assertEquals(Optional.empty(), DeviceCheck.fault(values.program(), right, right));
        String first = values.program().operations().get(1).outputs().getFirst().name();
        HostTensor dx = right.get(first);
        Map<String, HostTensor> wrong = new HashMap<>(right);
        float[] elements = dx.values().clone();
        elements[7] += 1;
        wrong.put(first, new HostTensor(dx.shape(), elements));
        String fault = DeviceCheck.fault(values.program(), right, wrong).orElseThrow();
        assertTrue(fault.startsWith("convolution backward data, element 7 of"), fault);
    }

    @Test
    void aDeviceIsCheckedOnceAndItsFaultRemembered(@TempDir Path folder) throws Exception {
        var checked = new CheckedDevices(folder);
        checked.require(DEVICE, "5.2", () -> {
            try (Session session = new ReferenceBackend().open(SessionSettings.DEFAULT)) {
                return DeviceCheck.fault(session, () -> false);
            }
        });
        checked.require(DEVICE, "5.2", () -> {
            throw new AssertionError("was checked already");
        });
        assertThrows(
                AssertionError.class,
                () -> checked.require(DEVICE, "5.3", () -> {
                    throw new AssertionError("another version is checked anew");
                }));
        try (var files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "pool max, element 0 of 3 is 1, not 2");
        }
        BadInputException refused = assertThrows(
                BadInputException.class,
                () -> checked.require(DEVICE, "5.2", () -> {
                    throw new AssertionError("was checked already");
                }));
        assertTrue(refused.getMessage().contains("card computes wrongly (pool max"), refused.getMessage());
    }
}
