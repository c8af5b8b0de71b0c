package dev.lamina.ui.run;

import dev.lamina.experiment.MetricsFile;
import dev.lamina.experiment.RunFolder;
import dev.lamina.experiment.RunRecord;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs that lie in a folder from before. */
public final class RunArchive {
    private RunArchive() {}

    /** Those that can be read, the newest first; a damaged one is left out. */
    public static List<RunEntry> read(Path runs, int most) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<RunEntry> entries = new ArrayList<>();
        try (Stream<Path> folders = Files.list(runs)) {
            List<Path> newest = folders.filter(folder -> Files.isRegularFile(new RunFolder(folder).record()))
                    .sorted(Comparator.comparingLong(RunArchive::changedMillis).reversed())
                    .limit(most)
                    .toList();
            for (Path folder : newest) {
                read(folder).ifPresent(entries::add);
            }
        } catch (IOException _) {
            return List.of();
        }
        return entries;
    }

    /** A run as its folder tells it; empty if it cannot be read. */
    static Optional<RunEntry> read(Path folder) {
        try {
            RunFolder run = RunFolder.open(folder);
            RunRecord record = run.readRecord();
            List<EpochMetrics> epochs = new MetricsFile(run.metrics()).read();
            RunCurves curves = RunCurves.of(epochs);
            record.changes()
                    .forEach(change -> curves.addChange(change.step(), change.hyperparameter(), change.value()));
            RunEntry entry = new RunEntry(record.name(), folder, curves, state(record));
            if (!epochs.isEmpty()) {
                int planned = run.readConfig().training().epochs();
                entry.summaryProperty().set(RunSummary.of(epochs.getLast(), planned));
            }
            return Optional.of(entry);
        } catch (BadInputException _) {
            return Optional.empty();
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

    private static long changedMillis(Path folder) {
        try {
            return Files.getLastModifiedTime(new RunFolder(folder).record()).toMillis();
        } catch (IOException _) {
            return 0;
        }
    }
}
