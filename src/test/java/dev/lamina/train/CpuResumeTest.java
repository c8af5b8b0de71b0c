package dev.lamina.train;

import dev.lamina.backend.Backend;
import dev.lamina.backend.cpu.CpuBackendProvider;

class CpuResumeTest extends ResumeContract {
    @Override
    Backend backend() {
        return new CpuBackendProvider().create();
    }
}
