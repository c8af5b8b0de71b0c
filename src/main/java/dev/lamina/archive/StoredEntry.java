package dev.lamina.archive;

import dev.lamina.message.Message;
import java.nio.file.Path;

/** What was found in a folder of runs: single ones, and groups of them. */
public sealed interface StoredEntry permits StoredEntry.Single, RunGroup {
    Path folder();

    /** What people call it. */
    String name();

    /** One run. */
    sealed interface Single extends StoredEntry permits RunHeader, Unreadable {}

    /**
     * The folder of a run that cannot be read.
     *
     * @param reason in one line
     */
    record Unreadable(Path folder, Message reason) implements Single {
        @Override
        public String name() {
            return String.valueOf(folder.getFileName());
        }
    }
}
