package dev.lamina.backend.reference;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendContractTest;
import dev.lamina.backend.SessionSettings;

class ReferenceBackendTest extends BackendContractTest {
    @Override
    protected Backend backend() {
        return new ReferenceBackend();
    }

    @Override
    protected SessionSettings settings() {
        return SessionSettings.DEFAULT;
    }
}
