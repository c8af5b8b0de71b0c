package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.lamina.backend.SessionSettings;

/** Skips a test of what this machine's processor lacks, with the backend's own words for the reason. */
final class Served {
    private Served() {}

    static void assume(SessionSettings settings) {
        new CpuBackendProvider()
                .create()
                .unserved(settings)
                .ifPresent(setting -> abort(setting.message().toString()));
    }
}
