package dev.lamina.cli;

import dev.lamina.data.DataLocation;
import dev.lamina.data.source.DataCatalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lamina data list}. */
@Command(
        name = "list",
        description = "Shows every data set, its terms, and where it was found.",
        mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataArguments data;

    @Override
    public Integer call() {
        DataLocation where = data.location();
        PrintWriter out = spec.commandLine().getOut();
        for (DataCatalog.Entry entry : DataCatalog.list(where)) {
            out.println(entry.card().id() + ": " + entry.card().description());
            out.println("  " + presence(entry));
            out.println("  license: " + entry.card().license());
            out.println("  cite: " + entry.card().citation());
        }
        out.println("looked in " + where.roots().stream().map(Path::toString).collect(Collectors.joining(", ")));
        return ExitCode.DONE;
    }

    private static String presence(DataCatalog.Entry entry) {
        return switch (entry.presence()) {
            case NEEDS_NO_FILES -> "ready";
            case COMPLETE ->
                "ready, in " + entry.found().getFirst().toAbsolutePath().getParent();
            case PARTIAL ->
                String.format(
                        Locale.ROOT,
                        "in part, in %s; missing %s",
                        entry.found().getFirst().toAbsolutePath().getParent(),
                        String.join(", ", entry.missing()));
            case ABSENT -> "not here; lamina data get " + entry.card().id();
        };
    }
}
