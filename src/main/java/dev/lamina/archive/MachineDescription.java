package dev.lamina.archive;

import com.sun.management.OperatingSystemMXBean;
import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.SessionSettings;
import dev.lamina.log.Machine;
import java.lang.management.ManagementFactory;

/**
 * What a run was computed on.
 *
 * @param processor its name, or its architecture where the system does not tell
 * @param memoryBytes of the machine
 * @param threads as configured; 0 takes every core
 */
public record MachineDescription(
        String operatingSystem,
        String processor,
        int cores,
        long memoryBytes,
        String java,
        String backend,
        String device,
        String driver,
        int threads) {
    /** This machine, with a backend and how it is used. */
    public static MachineDescription of(Backend backend, SessionSettings settings) {
        DeviceDescription device = backend.device();
        return new MachineDescription(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Machine.processorName(),
                Runtime.getRuntime().availableProcessors(),
                totalMemoryBytes(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                backend.id(),
                device.name(),
                device.driver(),
                settings.threads());
    }

    /** Physical memory of the machine, −1 where the system does not tell. */
    public static long totalMemoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : -1;
    }
}
