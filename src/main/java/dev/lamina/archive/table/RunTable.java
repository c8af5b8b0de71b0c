package dev.lamina.archive.table;

import dev.lamina.archive.StoredRun;
import dev.lamina.file.AtomicFile;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs by row, what is known of them by column. Any thread. */
public final class RunTable {
    /** Nobody asks for these by their full name. */
    private static final Map<String, String> ALIASES =
            Map.of("accuracy", "testAccuracy", "loss", "testLoss", "tag", "tags", "note", "notes", "folder", "name");

    /** Without a run. */
    public static final RunTable EMPTY = new RunTable(List.of());

    private final List<Path> folders;
    private final List<String> identities;
    private final Map<String, Column> columns;

    private RunTable(List<RunCells> runs) {
        folders = runs.stream().map(RunCells::folder).toList();
        identities = runs.stream().map(RunCells::identity).toList();
        columns = new LinkedHashMap<>();
        for (Column.Kind kind : Column.Kind.values()) {
            Set<String> names = new LinkedHashSet<>();
            runs.forEach(run -> names.addAll(cells(run, kind).keySet()));
            for (String name : names) {
                @Nullable
                Object[] cells =
                        runs.stream().map(run -> cells(run, kind).get(name)).toArray();
                columns.putIfAbsent(name, new Column(name, kind, cells));
            }
        }
    }

    private static Map<String, Object> cells(RunCells run, Column.Kind kind) {
        return run.cells().getOrDefault(kind, Map.of());
    }

    /**
     * Reads all runs that lie in a folder, those of sweeps, searches and reproductions among them; one run, or one sweep, is a
     * table of its own.
     */
    public static RunTable read(Path root) {
        record Found(Path folder, String group) {}
        List<Found> found = new ArrayList<>();
        if (StoredRun.in(root).hasBegun()) {
            found.add(new Found(root, ""));
        } else {
            String own = Files.exists(root.resolve("config.json")) ? String.valueOf(root.getFileName()) : "";
            for (Path folder : folders(root)) {
                if (StoredRun.in(folder).hasBegun()) {
                    found.add(new Found(folder, own));
                } else {
                    folders(folder).stream()
                            .filter(member -> StoredRun.in(member).hasBegun())
                            .forEach(member -> found.add(
                                    new Found(member, folder.getFileName().toString())));
                }
            }
        }
        return new RunTable(found.parallelStream()
                .map(run -> RunCells.of(run.folder(), run.group()))
                .toList());
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> !AtomicFile.isTemporary(folder)
                            && !folder.getFileName().toString().startsWith(".")
                            && Files.isDirectory(folder))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    public int size() {
        return folders.size();
    }

    public Path folder(int row) {
        return folders.get(row);
    }

    /** What runs share that differ in name, seed and what computes alone. */
    String identity(int row) {
        return identities.get(row);
    }

    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** Settings in which the runs differ, then what was measured. */
    public List<Column> telling() {
        return columns.values().stream()
                .filter(column -> column.kind() == Column.Kind.METRIC
                        || (column.kind() == Column.Kind.SETTING && column.differs()))
                .toList();
    }

    /** Settings in which the runs differ, but for the seed and what computes: what may explain their results. */
    public List<Column> hyperparameters() {
        return telling().stream().filter(Column::isHyperparameter).toList();
    }

    /** The column of a name. */
    public Optional<Column> find(String name) {
        Column exact = columns.get(ALIASES.getOrDefault(name, name));
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Column> ending = columns.values().stream()
                .filter(column -> column.name().endsWith("." + name))
                .toList();
        return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
    }

    /**
     * The column of a name, of another name it goes by ("accuracy"), or of the last part of a setting's key.
     *
     * @throws BadInputException if there is none, or several end so
     */
    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> new BadInputException(Message.of(
                        "archive.noColumn", name, columns.keySet().stream().toList())));
    }
}
