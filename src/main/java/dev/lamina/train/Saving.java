package dev.lamina.train;

import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import java.util.Optional;

/** Writes checkpoints of where a run stands, and knows which one it wrote last. */
final class Saving {
    private final SessionValues values;
    private final Replay replay;
    private final CheckpointStore checkpoints;
    private final TrainingListener listener;
    private Optional<Progress> saved = Optional.empty();

    Saving(SessionValues values, Replay replay, CheckpointStore checkpoints, TrainingListener listener) {
        this.values = values;
        this.replay = replay;
        this.checkpoints = checkpoints;
        this.listener = listener;
    }

    /** The run goes on from a checkpoint that is there already. */
    void resumed(Progress from) {
        saved = Optional.of(from);
    }

    void save(Progress progress, CheckpointKind kind) {
        String place = checkpoints.save(replay.moveOn(values, progress), kind);
        saved = Optional.of(progress);
        listener.on(new TrainingEvent.CheckpointWritten(progress.latestEpoch(), progress.step(), kind.id(), place));
    }

    /** At a stop: nothing is written if the last checkpoint is of this very point. */
    void saveUnlessSaved(Progress progress) {
        if (!saved.equals(Optional.of(progress))) {
            save(progress, CheckpointKind.LAST);
        }
    }
}
