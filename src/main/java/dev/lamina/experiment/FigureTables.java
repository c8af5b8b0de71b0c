package dev.lamina.experiment;

import dev.lamina.archive.RunGroup;
import dev.lamina.archive.RunHeader;
import dev.lamina.archive.RunQuery;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredEntry;
import dev.lamina.archive.StoredRun;
import dev.lamina.figure.plan.CsvTable;
import dev.lamina.figure.plan.DataPlan;
import dev.lamina.figure.plan.Row;
import dev.lamina.figure.plan.Table;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables that plans of figures name: of runs a row for each epoch with all that was measured and all that the run was
 * configured with.
 *
 * @param folder in which a plan's paths begin
 */
public record FigureTables(Path folder) implements Function<DataPlan, Table> {
    /** @throws BadInputException if there is nothing of the kind */
    @Override
    public Table apply(DataPlan data) {
        if (data.csv().isPresent()) {
            return CsvTable.of(data, folder);
        }
        return data.runs().isPresent() ? ofRuns(data, folder.resolve(data.runs().get())) : ActivationRows.of(data);
    }

    private static Table ofRuns(DataPlan data, Path root) {
        if (!Files.isDirectory(root)) {
            throw new BadInputException(Message.of("experiment.noRunsFolder").at(root));
        }
        List<Row> rows = new ArrayList<>();
        List<String> configs = new ArrayList<>();
        for (StoredRun run : runs(root)) {
            List<Row> own = rows(data, run);
            if (!own.isEmpty()) {
                rows.addAll(own);
                configs.add(run.configSha256());
            }
        }
        if (rows.isEmpty()) {
            throw new BadInputException(Message.of("experiment.noRows").at(root));
        }
        return new Table(rows, configs);
    }

    /** In the order of their folders' names, whenever they changed. */
    private static List<StoredRun> runs(Path root) {
        return new RunStore(root)
                .list(RunQuery.ALL).stream()
                        .flatMap(FigureTables::single)
                        .filter(RunHeader.class::isInstance)
                        .map(StoredEntry::folder)
                        .sorted(Comparator.comparing(Path::toString))
                        .map(RunStore::open)
                        .toList();
    }

    private static Stream<? extends StoredEntry> single(StoredEntry entry) {
        return entry instanceof RunGroup group ? group.members().stream() : Stream.of(entry);
    }

    private static List<Row> rows(DataPlan data, StoredRun run) {
        Map<String, String> shared = RunColumns.of(run);
        if (data.file().isPresent()) {
            Path file = run.path().resolve(data.file().get());
            return Files.isRegularFile(file) ? CsvTable.rows(file, shared) : List.of();
        }
        if (data.reading().isPresent()) {
            return ReadingRows.of(run, data.reading().get(), shared);
        }
        return EpochRows.of(run.metrics(), data.rows(), shared);
    }
}
