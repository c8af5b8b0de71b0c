package dev.lamina.experiment;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** index.json: which folders hold the newest and the best checkpoint. */
record CheckpointIndex(@Nullable String last, @Nullable String best) {
    static final CheckpointIndex EMPTY = new CheckpointIndex(null, null);

    boolean names(String folder) {
        return Stream.of(last, best).anyMatch(name -> Objects.equals(name, folder));
    }
}
