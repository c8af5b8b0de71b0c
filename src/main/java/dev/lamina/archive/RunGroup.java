package dev.lamina.archive;

import dev.lamina.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Runs that belong together and lie in one folder.
 *
 * @param planned how many runs it is of, where the folder tells; the most there can be for a sweep that nobody can run
 * @param members those that began, in the order they did, and after them those that cannot be read
 */
public record RunGroup(
        Lineage.Kind kind, Path folder, String name, OptionalInt planned, List<StoredEntry.Single> members)
        implements StoredEntry {
    public RunGroup {
        members = List.copyOf(members);
    }

    /** How many combinations of values a sweep stands for; the most there can be for one that nobody can run. */
    public static int planned(ExperimentConfig sweep) {
        return sweep.sweep().values().stream().mapToInt(List::size).reduce(1, (a, b) ->
                (int) Math.min((long) a * b, Integer.MAX_VALUE));
    }
}
