package dev.lamina.backend.reference;

import dev.lamina.backend.BackendProvider;

/** Provides the {@link ReferenceBackend}, which runs everywhere. */
public final class ReferenceBackendProvider implements BackendProvider {
    @Override
    public String id() {
        return ReferenceBackend.ID;
    }

    @Override
    public ReferenceBackend create() {
        return new ReferenceBackend();
    }
}
