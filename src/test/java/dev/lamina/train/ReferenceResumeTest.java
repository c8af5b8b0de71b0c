package dev.lamina.train;

import dev.lamina.backend.Backend;
import dev.lamina.backend.reference.ReferenceBackend;

class ReferenceResumeTest extends ResumeContract {
    @Override
    Backend backend() {
        return new ReferenceBackend();
    }
}
