package dev.lamina.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which runs are wanted; each part that is given must hold.
 *
 * @param wanted of single runs
 * @param parent folder of the sweep or the reproduction that it is in, or of the run that it branched from
 * @param since created then or later
 * @param limit how many at most, a sweep or a reproduction counted as one
 */
public record RunQuery(
        Predicate<StoredEntry> wanted,
        Optional<RunState> state,
        Optional<Path> parent,
        Optional<Instant> since,
        int limit) {
    /** All runs. */
    public static final RunQuery ALL =
            new RunQuery(_ -> true, Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

    /** The newest ones. */
    public static RunQuery newest(int limit) {
        return new RunQuery(_ -> true, Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** What of an entry is wanted: of a group those of its runs. */
    Optional<StoredEntry> of(StoredEntry entry) {
        return switch (entry) {
            case RunGroup group -> ofGroup(group);
            case StoredEntry.Single run -> Optional.of(entry).filter(_ -> holds(run));
        };
    }

    private Optional<StoredEntry> ofGroup(RunGroup group) {
        List<StoredEntry.Single> members =
                group.members().stream().filter(this::holds).toList();
        boolean emptyAndWanted = group.members().isEmpty()
                && wanted.test(group)
                && state.isEmpty()
                && parent.isEmpty()
                && since.isEmpty();
        return members.isEmpty() && !emptyAndWanted
                ? Optional.empty()
                : Optional.of(new RunGroup(group.kind(), group.folder(), group.name(), group.planned(), members));
    }

    /** One that cannot be read may be any run, but for what its name tells. */
    private boolean holds(StoredEntry.Single run) {
        return wanted.test(run)
                && switch (run) {
                    case RunHeader header ->
                        state.map(header.record().state()::equals).orElse(true)
                                && parent.map(wanted -> isOf(header, wanted)).orElse(true)
                                && since.map(then -> !header.record().created().isBefore(then))
                                        .orElse(true);
                    case StoredEntry.Unreadable _ -> state.isEmpty() && parent.isEmpty() && since.isEmpty();
                };
    }

    private static boolean isOf(RunHeader run, Path wanted) {
        return run.lineage()
                .parent()
                .map(parent -> absolute(parent).equals(absolute(wanted)))
                .orElse(false);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
