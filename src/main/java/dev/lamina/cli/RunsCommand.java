package dev.lamina.cli;

import dev.lamina.archive.RunGroup;
import dev.lamina.archive.RunLine;
import dev.lamina.archive.RunQuery;
import dev.lamina.archive.RunState;
import dev.lamina.archive.RunStore;
import dev.lamina.archive.StoredEntry;
import dev.lamina.tensor.BadInputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina runs [FOLDER]}. */
@Command(
        name = "runs",
        description = {
            "Shows the runs that lie in a folder, the newest first, those of a sweep or a reproduction below it;",
            "what cannot be read stands there with the reason."
        },
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private static final Path STANDARD = Path.of("runs");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A folder of runs, or one run, sweep or reproduction. Default: runs.")
    private @Nullable Path folder;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description =
                    "Only runs in this state: created, running, stopped, finished or failed; one that says it runs"
                            + " may have ended without a word.")
    private @Nullable RunState state;

    @Option(
            names = "--query",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only those with this in their own or their folder's name.")
    private String query;

    @Option(
            names = "--of",
            paramLabel = "FOLDER",
            description = "Only the runs of this sweep or reproduction, or the branches of this run.")
    private @Nullable Path parent;

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Only those begun on this day, as 2026-01-31, or later.")
    private @Nullable LocalDate since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many; a sweep or a reproduction counts as one, unless runs are sorted.")
    private @Nullable Integer limit;

    @Option(
            names = "--sort",
            defaultValue = "newest",
            paramLabel = "ORDER",
            description = "One of ${COMPLETION-CANDIDATES}, the best first; the last four do away with the order of"
                    + " sweeps. Default: newest.")
    private RunOrder order;

    @Option(names = "--json", description = "Print a line of JSON for each run instead of the table.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw new BadInputException("--limit " + limit + ": give 1 or more");
        }
        Path root = folder == null ? STANDARD : folder;
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInputException(folder + ": no such folder; name one that holds runs");
        }
        int most = limit == null ? Integer.MAX_VALUE : limit;
        boolean nested = order == RunOrder.NEWEST;
        RunQuery wanted = new RunQuery(
                query,
                Optional.ofNullable(state),
                Optional.ofNullable(parent),
                Optional.ofNullable(since)
                        .map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant()),
                nested ? most : Integer.MAX_VALUE);
        List<StoredEntry> found = new RunStore(root).list(wanted);
        List<? extends StoredEntry> shown =
                nested ? found : single(found).sorted(order).limit(most).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            single(shown).map(RunLine::of).forEach(out::println);
        } else if (shown.isEmpty()) {
            out.println("no such runs in " + root);
        } else {
            out.println(RunsTable.of(shown));
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
