package dev.lamina.cli;

import dev.lamina.data.DataLocation;
import dev.lamina.reproduce.ReproductionCatalog;
import dev.lamina.reproduce.ReproductionFolder;
import dev.lamina.reproduce.ReproductionOptions;
import dev.lamina.reproduce.ReproductionSettings;
import dev.lamina.tensor.BadInputException;
import java.io.PrintWriter;
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
@Command(
        name = "reproduce",
        description = {
            "Does a table or figure of the papers again and sets what it measures beside the published numbers.",
            "Trainings are shortened, all by one factor, until they fit the budget. The same command goes on after a stop."
        },
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    private static final String LIST = "list";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "What to reproduce; list shows what there is.")
    private String name = LIST;

    @Option(names = "--runs", paramLabel = "N", description = "Seeds of each arm. Default: 3.")
    private int runs = 3;

    @Option(names = "--budget", paramLabel = "MINUTES", description = "For all runs together. Default: 30.")
    private double budgetMinutes = 30;

    @Option(names = "--network", paramLabel = "NAME", description = "The network, where there is a choice.")
    private @Nullable String network;

    @Option(names = "--images", paramLabel = "N", description = "Training images: the first N of CIFAR-10.")
    private @Nullable Integer images;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute; every core by default.")
    private int threads;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Its folder: a new one, or that of the same command stopped before."
                    + " Default: runs/NAME with its choices.")
    private @Nullable Path folder;

    @Mixin
    private DataArguments data;

    @Mixin
    private TimeLimit limit;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (name.equals(LIST)) {
            TextTable table = new TextTable("name", "what");
            ReproductionCatalog.ENTRIES.forEach(entry -> table.add(entry.name(), entry.summary()));
            out.println(table.render());
            return ExitCode.DONE;
        }
        require(runs >= 1 && runs <= 1000, "--runs " + runs + ": give 1 to 1000 runs of each arm");
        require(
                budgetMinutes > 0 && budgetMinutes <= 1e6,
                "--budget " + budgetMinutes + ": give the minutes it may take, more than 0");
        require(threads >= 0 && threads <= 1024, "--threads " + threads + ": give 0 for every core, or 1 to 1024");
        var settings = new ReproductionSettings(
                name, new ReproductionOptions(network, images), runs, budgetMinutes, threads, seed);
        Path path = folder != null ? folder : Path.of("runs", standardName());
        return ReproductionSession.run(settings, path, data.location(), out, limit);
    }

    /** The same choices have the same folder, so that the same command goes on. */
    private String standardName() {
        return Stream.of(name, network, images)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    /** Goes on with the one in a folder. */
    static int resume(Path folder, DataLocation where, PrintWriter out, TimeLimit limit) throws InterruptedException {
        ReproductionSettings settings =
                new ReproductionFolder(folder).readPlan().settings();
        return ReproductionSession.run(settings, folder, where, out, limit);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new BadInputException(message);
        }
    }
}
