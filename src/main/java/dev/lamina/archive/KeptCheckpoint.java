package dev.lamina.archive;

import dev.lamina.tensor.BadInputException;
import dev.lamina.train.CheckpointKind;
import dev.lamina.train.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A checkpoint that lies in a run folder.
 *
 * @param kinds newest, best, or both
 * @param epochsDone complete epochs
 * @param latestEpoch the epoch of its last step
 */
public record KeptCheckpoint(Path folder, Set<CheckpointKind> kinds, int epochsDone, int latestEpoch, long step) {
    public KeptCheckpoint {
        kinds = Set.copyOf(kinds);
    }

    /** Those of a run, the older one first; one that is damaged, or is being replaced just now, is left out. */
    static List<KeptCheckpoint> of(RunFolder run) {
        Path index = run.checkpoints().resolve(CheckpointFiles.INDEX);
        if (!Files.exists(index)) {
            return List.of();
        }
        CheckpointIndex names = JsonFile.read(index, CheckpointIndex.class);
        List<KeptCheckpoint> kept = new ArrayList<>();
        for (String name : Stream.of(names.best(), names.last())
                .filter(Objects::nonNull)
                .distinct()
                .toList()) {
            Set<CheckpointKind> kinds = EnumSet.noneOf(CheckpointKind.class);
            if (name.equals(names.last())) {
                kinds.add(CheckpointKind.LAST);
            }
            if (name.equals(names.best())) {
                kinds.add(CheckpointKind.BEST);
            }
            try {
                Path folder = run.checkpoints().resolve(name);
                Progress progress = CheckpointFiles.progress(folder).progress();
                kept.add(new KeptCheckpoint(
                        folder, kinds, progress.epochsDone(), progress.latestEpoch(), progress.step()));
            } catch (BadInputException _) {
                // What cannot be read is nothing to go on from.
            }
        }
        return kept;
    }
}
