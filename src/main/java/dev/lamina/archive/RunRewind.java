package dev.lamina.archive;

import dev.lamina.message.Message;
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
        if (!stored.config().single()) {
            throw new BadInputException(Message.of("archive.sweep").at(run.path()));
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
                throw new BadInputException(Message.of("archive.noBest").at(run.checkpoints()));
            }
            Path folder = run.checkpoints().resolve(best);
            CheckpointFiles.progress(folder).requireSound(folder, folder);
            JsonFile.write(index, new CheckpointIndex(best, best));
        }
    }
}
