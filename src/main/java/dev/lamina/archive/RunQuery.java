package dev.lamina.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which runs are wanted; each part that is given must hold.
 *
 * @param text in the name or the folder's name, capital or not
 * @param parent folder of the sweep or the reproduction that it is in, or of the run that it branched from
 * @param since created then or later
 * @param limit how many at most, a sweep or a reproduction counted as one
 */
public record RunQuery(
        String text, Optional<RunState> state, Optional<Path> parent, Optional<Instant> since, int limit) {
    /** All runs. */
    public static final RunQuery ALL =
            new RunQuery("", Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

    /** The newest ones. */
    public static RunQuery newest(int limit) {
        return new RunQuery("", Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** What of an entry is wanted: of a group those of its runs, or all where its own name is what is looked for. */
    Optional<StoredEntry> of(StoredEntry entry) {
        return switch (entry) {
            case RunGroup group -> ofGroup(group);
            case StoredEntry.Single run -> Optional.of(entry).filter(_ -> holds(run, named(run)));
        };
    }

    private Optional<StoredEntry> ofGroup(RunGroup group) {
        boolean named = named(group);
        List<StoredEntry.Single> members = group.members().stream()
                .filter(m -> holds(m, named || named(m)))
                .toList();
        boolean emptyAndWanted =
                group.members().isEmpty() && named && state.isEmpty() && parent.isEmpty() && since.isEmpty();
        return members.isEmpty() && !emptyAndWanted
                ? Optional.empty()
                : Optional.of(new RunGroup(group.kind(), group.folder(), group.name(), group.planned(), members));
    }

    private boolean named(StoredEntry entry) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return entry.name().toLowerCase(Locale.ROOT).contains(wanted)
                || String.valueOf(entry.folder().getFileName())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    /** One that cannot be read may be any run, but for what its name tells. */
    private boolean holds(StoredEntry.Single run, boolean named) {
        return named
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
