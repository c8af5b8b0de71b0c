package dev.lamina.archive;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The runs, sweeps and reproductions that lie in a folder, or in several. What a reader may assume of them stands in the package's comment.
 * Any thread.
 *
 * @param roots folders of runs; one run, sweep or reproduction is a store of one entry; one that is not there of none
 */
public record RunStore(List<Path> roots) {
    /** Tells a reproduction from a folder of runs. */
    public static final String REPRODUCTION = "reproduction.json";

    public RunStore {
        roots = List.copyOf(roots);
    }

    /** Of one folder. */
    public RunStore(Path root) {
        this(List.of(root));
    }

    /** @throws BadInputException if it is not the folder of a run or a sweep */
    public static StoredRun open(Path folder) {
        StoredRun run = StoredRun.in(folder);
        if (!Files.isRegularFile(run.folder().config())) {
            if (run.folder().isUnbegun()) {
                throw run.folder().nothingDone("CONFIG");
            }
            throw new BadInputException(Message.of("archive.noRun").at(folder));
        }
        return run;
    }

    /** The newest first, by when a run last changed, of a sweep or a reproduction any of its runs. */
    public List<StoredEntry> list(RunQuery query) {
        return newestFirst().stream()
                .flatMap(folder -> entry(folder).stream())
                .flatMap(entry -> query.of(entry).stream())
                .limit(query.limit())
                .toList();
    }

    private List<Path> newestFirst() {
        record Changed(Path folder, long millis) {}
        return roots.stream()
                .flatMap(root -> isEntry(root) ? Stream.of(root) : folders(root).stream())
                .filter(RunStore::isEntry)
                .distinct()
                .map(folder -> new Changed(folder, changedMillis(folder)))
                .sorted(Comparator.comparingLong(Changed::millis).reversed())
                .map(Changed::folder)
                .toList();
    }

    /** Of a branch that is being made, or that was killed while it was, there is no run yet. */
    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> !AtomicFile.isTemporary(folder)).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean isEntry(Path folder) {
        return StoredRun.in(folder).hasBegun()
                || Files.isRegularFile(new RunFolder(folder).config())
                || isReproduction(folder);
    }

    private static boolean isReproduction(Path folder) {
        return Files.isRegularFile(folder.resolve(REPRODUCTION));
    }

    /** Nothing for a folder in which nothing was done yet. */
    private static Optional<StoredEntry> entry(Path folder) {
        StoredRun run = StoredRun.in(folder);
        if (run.hasBegun()) {
            return Optional.of(single(folder, Optional.empty()));
        }
        if (isReproduction(folder)) {
            return Optional.of(group(
                    Lineage.Kind.REPRODUCTION, folder, folder.getFileName().toString(), OptionalInt.empty()));
        }
        try {
            ExperimentConfig config = run.config();
            if (!config.single()) {
                OptionalInt planned = OptionalInt.of(RunGroup.planned(config));
                return Optional.of(group(kind(config), folder, config.name(), planned));
            }
            return run.folder().isUnbegun() ? Optional.empty() : Optional.of(single(folder, Optional.empty()));
        } catch (BadInputException e) {
            return Optional.of(unreadable(folder, e));
        }
    }

    private static Lineage.Kind kind(ExperimentConfig config) {
        if (config.search() != null) {
            return Lineage.Kind.SEARCH;
        }
        return config.sweep().isEmpty() ? Lineage.Kind.SEEDS : Lineage.Kind.SWEEP;
    }

    private static RunGroup group(Lineage.Kind kind, Path folder, String name, OptionalInt planned) {
        Optional<Lineage.Member> of = Optional.of(new Lineage.Member(kind, folder));
        return new RunGroup(
                kind,
                folder,
                name,
                planned,
                members(folder)
                        .map(member -> single(member, of))
                        .sorted(Comparator.comparing(RunStore::created)
                                .thenComparing(e -> e.folder().toString()))
                        .toList());
    }

    private static Instant created(StoredEntry.Single entry) {
        return entry instanceof RunHeader run ? run.record().created() : Instant.MAX;
    }

    private static Stream<Path> members(Path folder) {
        return folders(folder).stream().filter(member -> StoredRun.in(member).hasBegun());
    }

    private static StoredEntry.Single single(Path folder, Optional<Lineage.Member> group) {
        try {
            return RunHeader.of(open(folder), group);
        } catch (BadInputException e) {
            return unreadable(folder, e);
        }
    }

    private static StoredEntry.Unreadable unreadable(Path folder, BadInputException e) {
        return new StoredEntry.Unreadable(folder, e.problem());
    }

    private static long changedMillis(Path folder) {
        RunFolder run = new RunFolder(folder);
        if (StoredRun.in(folder).hasBegun()) {
            return millis(run.record());
        }
        return members(folder)
                .mapToLong(member -> millis(new RunFolder(member).record()))
                .max()
                .orElseGet(() -> millis(isReproduction(folder) ? folder.resolve(REPRODUCTION) : run.config()));
    }

    private static long millis(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }
}
