package dev.lamina.cli;

import dev.lamina.archive.RunGroup;
import dev.lamina.archive.RunLine;
import dev.lamina.archive.RunQuery;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredEntry;
import dev.lamina.archive.table.FilterParser;
import dev.lamina.archive.table.RowOrder;
import dev.lamina.archive.table.RunFilter;
import dev.lamina.archive.table.RunTable;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina runs [FOLDER]}. */
@Command(name = "runs", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private static final Path STANDARD = Path.of("runs");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", arity = "0..1")
    private @Nullable Path folder;

    @Option(names = "--state", paramLabel = "STATE")
    private @Nullable RunState state;

    @Option(names = "--query", paramLabel = "TEXT", defaultValue = "")
    private String query;

    @Option(names = "--of", paramLabel = "FOLDER")
    private @Nullable Path parent;

    @Option(names = "--since", paramLabel = "DAY")
    private @Nullable LocalDate since;

    @Option(names = "--limit", paramLabel = "N")
    private @Nullable Integer limit;

    @Option(names = "--sort", defaultValue = "newest", paramLabel = "ORDER")
    private String order;

    @Option(names = "--columns", paramLabel = "FIELD,…", split = ",")
    private List<String> columns = List.of();

    @Option(names = "--csv")
    private boolean csv;

    @Option(names = "--group")
    private boolean grouped;

    @Option(names = "--band", defaultValue = "sd", paramLabel = "BAND")
    private BandName band;

    @Option(names = "--archived")
    private boolean archived;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw new BadInputException(Message.of("cli.giveOneOrMore").at("--limit " + limit));
        }
        Path root = folder == null ? STANDARD : folder;
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInputException(Message.of("cli.noRunsFolder").at(folder));
        }
        RunFilter filter = FilterParser.parse(query);
        RunTable table = RunTable.read(root);
        BitSet rows = filter.rows(table);
        if (!archived && !query.contains("archived")) {
            rows.andNot(FilterParser.parse("archived=true").rows(table));
        }
        Optional<RunOrder> known = RunOrder.named(order);
        return columns.isEmpty() && !csv && !grouped && known.isPresent()
                ? listed(root, known.get(), table, rows)
                : tabled(root, table, rows);
    }

    /** Rows of a table, all alike. */
    private int tabled(Path root, RunTable table, BitSet rows) {
        Voice voice = Voice.of(spec);
        if (table.size() == 0) {
            // Without a run there is no column that one could name.
            voice.remark(Message.of("cli.noSuchRuns", root));
            return ExitCode.DONE;
        }
        List<Integer> inOrder = RunOrder.named(order).isPresent()
                ? rows.stream().boxed().toList()
                : RowOrder.parse(order).rows(table).stream().filter(rows::get).toList();
        RunLines lines = new RunLines(
                table,
                columns,
                inOrder.stream()
                        .limit(limit == null ? Integer.MAX_VALUE : limit)
                        .toList());
        if (grouped) {
            voice.print(lines.groups(band, csv, voice));
        } else {
            voice.print(csv ? lines.csv() : json ? lines.json() : lines.text());
        }
        return ExitCode.DONE;
    }

    private int listed(Path root, RunOrder by, RunTable table, BitSet rows) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        boolean nested = by == RunOrder.NEWEST;
        Set<Path> left = IntStream.range(0, table.size())
                .filter(row -> !rows.get(row))
                .mapToObj(table::folder)
                .collect(Collectors.toSet());
        RunQuery wanted = new RunQuery(
                entry -> !left.contains(entry.folder()) && (query.isBlank() || entry instanceof StoredEntry.Single),
                Optional.ofNullable(state),
                Optional.ofNullable(parent),
                Optional.ofNullable(since)
                        .map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant()),
                nested ? most : Integer.MAX_VALUE);
        List<StoredEntry> found = new RunStore(root).list(wanted);
        List<? extends StoredEntry> shown =
                nested ? found : single(found).sorted(by).limit(most).toList();
        Voice voice = Voice.of(spec);
        if (json) {
            single(shown).map(RunLine::of).forEach(voice::print);
        } else if (shown.isEmpty()) {
            voice.say("cli.noSuchRuns", root);
        } else {
            voice.print(RunsTable.of(shown, voice));
        }
        return ExitCode.DONE;
    }

    private static Stream<StoredEntry.Single> single(List<? extends StoredEntry> entries) {
        return entries.stream().flatMap(entry -> switch (entry) {
            case RunGroup group -> group.members().stream();
            case StoredEntry.Single run -> Stream.of(run);
        });
    }
}
