package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendContractTest;
import dev.lamina.backend.SessionSettings;
import dev.lamina.program.LossOperation;
import dev.lamina.program.Operation;

class TornadoBackendTest extends BackendContractTest {
    @Override
    protected Backend backend() {
        return new TornadoBackendProvider().create();
    }

    @Override
    protected SessionSettings settings() {
        return SessionSettings.DEFAULT;
    }

    /** Losses that read more than logits. */
    @Override
    protected boolean lacks(Operation operation) {
        return operation instanceof LossOperation loss
                && loss.function().reads().size() > 1;
    }
}
