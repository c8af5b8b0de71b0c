package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendContractTest;
import dev.lamina.backend.SessionSettings;

class TornadoBackendTest extends BackendContractTest {
    @Override
    protected Backend backend() {
        return new TornadoBackendProvider().create();
    }

    @Override
    protected SessionSettings settings() {
        return SessionSettings.DEFAULT;
    }
}
