package dev.lamina.archive;

import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a run back to its best checkpoint, for when the last one is damaged or has gone astray. */
public final class RunRewind {
    private RunRewind() {}

    /**
     * Makes the best checkpoint the last one too; what came after it is done again when the run is resumed.
     *
     * @throws BadInputException if there is none, it is damaged, or the run is finished or in use; nothing has changed
     */
    public static void toBest(StoredRun stored) {
        RunFolder run = stored.folder();
        if (!stored.config().sweep().isEmpty()) {
            throw new BadInputException(run.path() + ": holds the runs of a sweep; name one of them");
        }
        try (RunLock _ = RunLock.of(run)) {
            if (stored.record().state() == RunState.FINISHED) {
                throw run.finished();
            }
            Path index = run.checkpoints().resolve(CheckpointFiles.INDEX);
            String best = Files.exists(index)
                    ? JsonFile.read(index, CheckpointIndex.class).best()
                    : null;
            if (best == null) {
                throw new BadInputException(run.checkpoints()
                        + ": holds no best checkpoint; go on from the last one, without --checkpoint");
            }
            Path folder = run.checkpoints().resolve(best);
            CheckpointFiles.progress(folder).requireSound(folder);
            JsonFile.write(index, new CheckpointIndex(best, best));
        }
    }
}
