package dev.lamina.archive;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** index.json: which folders hold the newest and the best checkpoint. */
record CheckpointIndex(@Nullable String last, @Nullable String best) {
    private static final Pattern FOLDER = Pattern.compile("step-\\d{8,}(-\\d)?");

    static final CheckpointIndex EMPTY = new CheckpointIndex(null, null);

    CheckpointIndex {
        Stream.of(last, best)
                .filter(name -> name != null && !isCheckpoint(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadInputException(Message.of("archive.noCheckpoint", name));
                });
    }

    /** Whether a folder is named as checkpoints are. */
    static boolean isCheckpoint(String folder) {
        return FOLDER.matcher(folder).matches();
    }

    /** A name for a checkpoint that none of these has, so that neither is written over. */
    String free(long step) {
        String name = String.format(Locale.ROOT, "step-%08d", step);
        return Stream.of(name, name + "-2", name + "-3")
                .filter(candidate -> !names(candidate))
                .findFirst()
                .orElseThrow();
    }

    boolean names(String folder) {
        return Stream.of(last, best).anyMatch(name -> Objects.equals(name, folder));
    }
}
