package dev.lamina.archive;

import dev.lamina.file.AtomicFile;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a person says of a run: NAME.notes.json beside its folder, so that whoever owns the run never meets it. Replaced in one
 * step; taken away when nothing is said any more. Part of the truth, like the folder: nothing else remembers it.
 *
 * @param tags each once, in the order they were given
 * @param archived whether listings leave it out unless they are asked for it
 */
public record RunNotes(int format, boolean star, List<String> tags, String text, boolean archived) {
    private static final int FORMAT = 1;
    private static final String SUFFIX = ".notes.json";

    /** Nothing is said. */
    public static final RunNotes NONE = new RunNotes(FORMAT, false, List.of(), "", false);

    public RunNotes {
        tags = List.copyOf(new LinkedHashSet<>(tags));
    }

    public RunNotes withStar(boolean given) {
        return new RunNotes(format, given, tags, text, archived);
    }

    public RunNotes withArchived(boolean given) {
        return new RunNotes(format, star, tags, text, given);
    }

    public RunNotes withText(String other) {
        return new RunNotes(format, star, tags, other, archived);
    }

    public RunNotes withTag(String tag) {
        Set<String> more = new LinkedHashSet<>(tags);
        more.add(tag);
        return new RunNotes(format, star, List.copyOf(more), text, archived);
    }

    public RunNotes withoutTag(String tag) {
        return new RunNotes(
                format, star, tags.stream().filter(t -> !t.equals(tag)).toList(), text, archived);
    }

    /** Where those of a run lie. */
    static Path file(Path run) {
        Path whole = run.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + SUFFIX);
    }

    /** Those of a run; {@link #NONE} where nothing was said. */
    public static RunNotes of(Path run) {
        Path file = file(run);
        return Files.exists(file) ? JsonFile.read(file, RunNotes.class, FORMAT) : NONE;
    }

    /**
     * Says something else of a run.
     *
     * @throws BadInputException if it cannot be read or written; nothing has changed then
     */
    public static RunNotes change(Path run, UnaryOperator<RunNotes> change) {
        RunNotes changed = change.apply(of(run));
        Path file = file(run);
        if (!changed.equals(NONE)) {
            JsonFile.write(file, changed);
            return changed;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
        return changed;
    }
}
