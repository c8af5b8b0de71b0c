package dev.lamina.backend.cpu;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendContractTest;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;

class CpuBackendBf16Test extends BackendContractTest {
    @Override
    protected Backend backend() {
        return new CpuBackendProvider().create();
    }

    @Override
    protected SessionSettings settings() {
        return new SessionSettings(2, Precision.BF16, ConvolutionAlgorithm.AUTO);
    }
}
