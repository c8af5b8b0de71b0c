package dev.lamina.archive;

import dev.lamina.config.ExperimentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

    /** How many runs a sweep, a search or several seeds stand for; the most there can be for one that nobody can run. */
    public static int planned(ExperimentConfig sweep) {
        Stream<Integer> factors = Stream.concat(
                Stream.of(
                        sweep.seeds(),
                        sweep.search() == null ? 1 : sweep.search().budget().trials()),
                sweep.sweep().values().stream().map(List::size));
        return factors.reduce(1, (a, b) -> (int) Math.min((long) a * b, Integer.MAX_VALUE));
    }
}
