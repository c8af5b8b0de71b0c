package dev.lamina.backend.cpu;

import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.cpu.onednn.OneDnn;

/** Provides the {@link CpuBackend} where this build carries oneDNN for the machine. */
public final class CpuBackendProvider implements BackendProvider {
    @Override
    public String id() {
        return CpuBackend.ID;
    }

    @Override
    public CpuBackend create() {
        OneDnn.load();
        return new CpuBackend();
    }
}
