package dev.lamina.cli;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.reproduce.ReproductionCatalog;
import dev.lamina.reproduce.ReproductionFolder;
import dev.lamina.reproduce.ReproductionOptions;
import dev.lamina.reproduce.ReproductionSettings;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina reproduce NAME}. */
@Command(name = "reproduce", mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    private static final String LIST = "list";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1")
    private String name = LIST;

    @Option(names = "--runs", paramLabel = "N")
    private int runs = 3;

    @Option(names = "--budget", paramLabel = "MINUTES")
    private double budgetMinutes = 30;

    @Option(names = "--network", paramLabel = "NAME")
    private @Nullable String network;

    @Option(names = "--images", paramLabel = "N")
    private @Nullable Integer images;

    @Option(names = "--threads", paramLabel = "N")
    private int threads;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    @Option(names = "--backend", paramLabel = "NAME")
    private @Nullable String backend;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path folder;

    @Mixin
    private DataArguments data;

    @Mixin
    private TimeLimit limit;

    @Override
    public Integer call() throws InterruptedException {
        Voice voice = Voice.of(spec);
        if (name.equals(LIST)) {
            TextTable table = voice.table("name", "what");
            ReproductionCatalog.ENTRIES.forEach(entry -> table.add(entry.name(), voice.text(entry.summary())));
            voice.print(table.render());
            return ExitCode.DONE;
        }
        require(runs >= 1 && runs <= 1000, "cli.runsOutOfRange", "--runs " + runs);
        require(budgetMinutes > 0 && budgetMinutes <= 1e6, "cli.budgetOutOfRange", "--budget " + budgetMinutes);
        require(threads >= 0 && threads <= 1024, "cli.threadsOutOfRange", "--threads " + threads);
        var settings = new ReproductionSettings(
                name, new ReproductionOptions(network, images), runs, budgetMinutes, threads, seed, backend);
        Path path = folder != null ? folder : Path.of("runs", standardName());
        return ReproductionSession.run(settings, path, data.location(), voice, limit);
    }

    /** The same choices have the same folder, so that the same command goes on. */
    private String standardName() {
        return Stream.of(name, network, images, backend)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    /** Goes on with the one in a folder. */
    static int resume(Path folder, DataLocation where, Voice voice, TimeLimit limit) throws InterruptedException {
        ReproductionSettings settings =
                new ReproductionFolder(folder).readPlan().settings();
        return ReproductionSession.run(settings, folder, where, voice, limit);
    }

    private static void require(boolean condition, String key, String place) {
        if (!condition) {
            throw new BadInputException(Message.of(key).at(place));
        }
    }
}
