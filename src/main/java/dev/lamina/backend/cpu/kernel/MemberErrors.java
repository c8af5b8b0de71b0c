package dev.lamina.backend.cpu.kernel;

import org.jspecify.annotations.Nullable;

/** What members threw during one launch; each member writes its own place, the caller reads after the join. */
final class MemberErrors {
    private final @Nullable Throwable[] thrown;

    MemberErrors(int size) {
        thrown = new @Nullable Throwable[size];
    }

    void put(int member, Throwable error) {
        thrown[member] = error;
    }

    /** Throws the lowest member's error, unchecked ones as they are, and forgets all of them. */
    void rethrow() {
        Throwable first = null;
        for (int i = 0; i < thrown.length; i++) {
            if (first == null) {
                first = thrown[i];
            }
            thrown[i] = null;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
        if (first instanceof Error error) {
            throw error;
        }
    }
}
