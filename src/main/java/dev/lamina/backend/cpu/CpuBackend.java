package dev.lamina.backend.cpu;

import dev.lamina.backend.Backend;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.backend.cpu.kernel.WinogradConvolution;
import dev.lamina.backend.cpu.onednn.OneDnn;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Counted;
import java.lang.management.ManagementFactory;

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
     * A session. Threads 0 takes every core.
     *
     * @throws BadInputException for TF32, and for Winograd where vectors are too narrow for it, or with bf16, whose direct
     *     convolutions are faster
     */
    @Override
    public CpuSession open(SessionSettings settings) {
        if (settings.precision() == Precision.TF32) {
            throw new BadInputException(
                    "backend cpu: TF32 is for NVIDIA's tensor cores; use precision f32 or bf16, or backend tornado");
        }
        if (settings.convolution() == ConvolutionAlgorithm.WINOGRAD) {
            if (settings.precision() == Precision.BF16) {
                throw new BadInputException("backend cpu: Winograd convolution is for precision f32; "
                        + "use convolution auto or direct with bf16");
            }
            if (!WinogradConvolution.isSupported()) {
                throw new BadInputException("backend cpu: Winograd convolution needs vectors of 16 floats, this machine"
                        + " has " + Lanes.COUNT + "; use convolution auto or direct");
            }
        }
        int threads = settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
        return new CpuSession(settings, threads);
    }
}
