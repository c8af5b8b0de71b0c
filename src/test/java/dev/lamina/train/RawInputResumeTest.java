package dev.lamina.train;

import dev.lamina.backend.Backend;

class RawInputResumeTest extends ResumeContract {
    @Override
    Backend backend() {
        return new RawInputBackend();
    }
}
