package dev.lamina.ui.explore;

import dev.lamina.archive.RunNotes;
import dev.lamina.archive.RunTrash;
import java.nio.file.Path;

/** What a person says of a run from the table. */
sealed interface Noting {
    /** Writes it down; any thread. */
    void apply();

    /** A star, or none any more. */
    record Star(Path run) implements Noting {
        @Override
        public void apply() {
            RunNotes.change(run, notes -> notes.withStar(!notes.star()));
        }
    }

    /** Out of listings, or back. */
    record Archive(Path run) implements Noting {
        @Override
        public void apply() {
            RunNotes.change(run, notes -> notes.withArchived(!notes.archived()));
        }
    }

    /** Into the trash beside it. */
    record Trash(Path run) implements Noting {
        @Override
        public void apply() {
            RunTrash.throwAway(run);
        }
    }
}
