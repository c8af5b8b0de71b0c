package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs that nobody wants to see any more, in a folder .trash beside them, from where they can be taken back. Emptying it is a
 * person's business. A trial of a search that lies there is done again when the search goes on.
 */
public final class RunTrash {
    private static final String NAME = ".trash";

    private RunTrash() {}

    /**
     * Moves a run, a sweep or a reproduction there, with its notes.
     *
     * @return where it lies now
     * @throws BadInputException if someone works on it, or it cannot be moved
     */
    public static Path throwAway(Path run) {
        Path whole = run.toAbsolutePath().normalize();
        requireIdle(whole);
        return moved(whole, whole.resolveSibling(NAME));
    }

    /**
     * Takes one back from there.
     *
     * @param thrown its folder in the trash
     * @throws BadInputException if it does not lie in a trash, or another one has its place
     */
    public static Path takeBack(Path thrown) {
        Path whole = thrown.toAbsolutePath().normalize();
        Path trash = whole.getParent();
        if (trash == null || !trash.endsWith(NAME) || trash.getParent() == null) {
            throw new BadInputException(Message.of("archive.notInTrash", NAME).at(thrown));
        }
        Path place = trash.getParent().resolve(whole.getFileName());
        if (Files.exists(place)) {
            throw new BadInputException(Message.of("archive.exists").at(place));
        }
        return moved(whole, trash.getParent());
    }

    private static void requireIdle(Path run) {
        RunFolder folder = new RunFolder(run);
        if (RunLock.isIn(folder)) {
            RunLock.of(folder).close();
        }
    }

    private static Path moved(Path run, Path into) {
        try {
            Files.createDirectories(into);
            Path target = free(into, run.getFileName().toString());
            Path notes = RunNotes.file(run);
            Files.move(run, target);
            if (Files.exists(notes)) {
                Files.move(notes, RunNotes.file(target));
            }
            return target;
        } catch (IOException e) {
            throw AtomicFile.unwritable(run, e);
        }
    }

    private static Path free(Path into, String name) {
        Path target = into.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = into.resolve(name + "-" + i);
        }
        return target;
    }
}
