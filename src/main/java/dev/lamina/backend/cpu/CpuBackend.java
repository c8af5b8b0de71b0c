package dev.lamina.backend.cpu;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Cores;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.backend.cpu.onednn.OneDnn;
import dev.lamina.tensor.Counted;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** oneDNN and our own vector kernels on this machine's cores. */
public final class CpuBackend implements Backend {
    static final String ID = "cpu";

    CpuBackend() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public DeviceDescription device() {
        long memoryBytes =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : -1;
        return new DeviceDescription(
                Counted.of(Runtime.getRuntime().availableProcessors(), "core") + ", " + System.getProperty("os.arch")
                        + ", " + OneDnn.instructionSet(),
                "oneDNN " + OneDnn.version() + ", Java vectors of " + Lanes.COUNT + " floats",
                memoryBytes);
    }

    /**
     * {@inheritDoc} Those are TF32; bf16 where oneDNN cannot train in it; Winograd with bf16,
     * whose direct convolutions are faster.
     */
    @Override
    public Optional<UnservedSetting> unserved(SessionSettings settings) {
        return CpuFeatures.current().unserved(settings);
    }

    /**
     * A session. Threads 0 takes every core there is to use.
     *
     * @throws dev.lamina.tensor.BadInputException for settings that are {@link #unserved}
     */
    @Override
    public CpuSession open(SessionSettings settings) {
        unserved(settings).ifPresent(setting -> {
            throw setting.fault();
        });
        int threads = settings.threads() > 0 ? settings.threads() : Cores.usable();
        return new CpuSession(settings, threads);
    }
}
