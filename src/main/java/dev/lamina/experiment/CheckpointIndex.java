package dev.lamina.experiment;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** index.json: which folders hold the newest and the best checkpoint. */
record CheckpointIndex(@Nullable String last, @Nullable String best) {
    private static final Pattern FOLDER = Pattern.compile("step-\\d{8,}");

    static final CheckpointIndex EMPTY = new CheckpointIndex(null, null);

    CheckpointIndex {
        Stream.of(last, best)
                .filter(name -> name != null && !isCheckpoint(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is no folder of a checkpoint");
                });
    }

    /** Whether a folder is named as checkpoints are. */
    static boolean isCheckpoint(String folder) {
        return FOLDER.matcher(folder).matches();
    }

    boolean names(String folder) {
        return Stream.of(last, best).anyMatch(name -> Objects.equals(name, folder));
    }
}
