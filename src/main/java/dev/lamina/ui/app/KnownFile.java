package dev.lamina.ui.app;

import dev.lamina.data.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when it was last read or written here, to tell whether someone else has changed it since. By its
 * content: times of files are too coarse, and a copy may carry an old one.
 *
 * @param sha256 of its content, null where it could not be read or nobody knows
 */
record KnownFile(Path path, @Nullable String sha256) {
    /** What became of it elsewhere. */
    enum Change {
        NONE,
        CHANGED,
        GONE
    }

    /** As it is now. */
    static KnownFile now(Path path) {
        try {
            return new KnownFile(path, Sha256.of(Files.readAllBytes(path)));
        } catch (IOException _) {
            return new KnownFile(path, null);
        }
    }

    /** As it is with a text in it. */
    static KnownFile holding(Path path, String text) {
        return new KnownFile(path, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What became of it since then; a file that cannot be read any more was changed. */
    Change since() {
        try {
            return Sha256.of(Files.readAllBytes(path)).equals(sha256) ? Change.NONE : Change.CHANGED;
        } catch (NoSuchFileException _) {
            return Change.GONE;
        } catch (IOException _) {
            return Change.CHANGED;
        }
    }
}
