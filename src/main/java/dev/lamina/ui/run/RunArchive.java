package dev.lamina.ui.run;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.experiment.MetricsFile;
import dev.lamina.experiment.ReadingsFile;
import dev.lamina.experiment.RunFolder;
import dev.lamina.experiment.RunRecord;
import dev.lamina.file.AtomicFile;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs and sweeps that lie in a folder from before. */
public final class RunArchive {
    private RunArchive() {}

    /**
     * What was found.
     *
     * @param runs those of sweeps among them
     */
    public record Found(List<RunEntry> runs, List<SweepEntry> sweeps) {
        public Found {
            runs = List.copyOf(runs);
            sweeps = List.copyOf(sweeps);
        }
    }

    /**
     * Those that can be read, the newest first; a damaged one is left out.
     *
     * @param most how many, a sweep counted as one
     */
    public static Found read(Path runs, int most) {
        if (!Files.isDirectory(runs)) {
            return new Found(List.of(), List.of());
        }
        List<RunEntry> entries = new ArrayList<>();
        List<SweepEntry> sweeps = new ArrayList<>();
        for (Path folder : newest(folders(runs), most)) {
            if (isRun(folder)) {
                read(folder).ifPresent(entries::add);
            } else {
                readSweep(folder).ifPresent(sweep -> {
                    sweeps.add(sweep);
                    entries.addAll(sweep.members());
                });
            }
        }
        return new Found(entries, sweeps);
    }

    private static List<Path> newest(List<Path> folders, int most) {
        return folders.stream()
                .filter(folder -> isRun(folder) || Files.isRegularFile(new RunFolder(folder).config()))
                .sorted(Comparator.comparingLong(RunArchive::changedMillis).reversed())
                .limit(most)
                .toList();
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(new RunFolder(folder).record());
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            // A branch that is being made, or that was killed while it was, is no run yet.
            return folders.filter(folder -> !AtomicFile.isTemporary(folder)).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** A sweep as its folder tells it; empty if it is none or cannot be read. */
    private static Optional<SweepEntry> readSweep(Path folder) {
        try {
            ExperimentConfig config = RunFolder.open(folder).readConfig();
            if (config.sweep().isEmpty()) {
                return Optional.empty();
            }
            List<RunEntry> members = folders(folder).stream()
                    .filter(RunArchive::isRun)
                    .sorted(Comparator.comparing(RunArchive::created).thenComparing(Path::toString))
                    .map(RunArchive::read)
                    .flatMap(Optional::stream)
                    .toList();
            return Optional.of(new SweepEntry(folder, SweepEntry.runs(config), members));
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    private static Instant created(Path folder) {
        try {
            return new RunFolder(folder).readRecord().created();
        } catch (BadInputException _) {
            return Instant.MAX;
        }
    }

    /** A run as its folder tells it; empty if it cannot be read. */
    static Optional<RunEntry> read(Path folder) {
        try {
            RunFolder run = RunFolder.open(folder);
            RunRecord record = run.readRecord();
            List<EpochMetrics> epochs = new MetricsFile(run.metrics()).read();
            RunCurves curves = RunCurves.of(epochs, readings(run));
            record.changes()
                    .forEach(change -> curves.addChange(change.step(), change.hyperparameter(), change.value()));
            RunEntry entry = new RunEntry(record.name(), folder, curves, state(record));
            if (!epochs.isEmpty()) {
                int planned = run.readConfig().training().epochs();
                entry.summaryProperty().set(Optional.of(new RunSummary(epochs.getLast(), planned)));
            }
            return Optional.of(entry);
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    /** Damaged ones keep no run from being seen. */
    private static List<ReadingMeasured> readings(RunFolder run) {
        try {
            return new ReadingsFile(run).list();
        } catch (BadInputException _) {
            return List.of();
        }
    }

    private static RunState state(RunRecord record) {
        return switch (record.state()) {
            case FINISHED -> RunState.FINISHED;
            case FAILED -> RunState.FAILED;
            // One that says it runs may have gone down with the machine; resuming it takes its lock.
            case CREATED, RUNNING, STOPPED -> RunState.STOPPED;
        };
    }

    /** When a run last changed; of a sweep, any of its runs, or else itself. */
    private static long changedMillis(Path folder) {
        if (isRun(folder)) {
            return millis(new RunFolder(folder).record());
        }
        return folders(folder).stream()
                .filter(RunArchive::isRun)
                .mapToLong(member -> millis(new RunFolder(member).record()))
                .max()
                .orElseGet(() -> millis(new RunFolder(folder).config()));
    }

    private static long millis(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }
}
