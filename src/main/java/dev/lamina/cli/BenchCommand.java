package dev.lamina.cli;

import dev.lamina.bench.BenchNetwork;
import dev.lamina.bench.BenchOptions;
import dev.lamina.bench.Comparison;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures training steps, beside libtorch where the build brings it. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long a training step takes, beside libtorch under mvn -Pbench verify.",
            "Other programs on the machine spoil the figures."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int QUICK_ROUNDS = 2;
    private static final double QUICK_SECONDS = 0.5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "ID",
            description = "resnet20, vgg11, preactresnet18; all by default.")
    private List<String> networks = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "COUNT",
            description = "Numbers of threads; by default 1 and every core, at most 2.")
    private List<Integer> threads = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "5",
            paramLabel = "COUNT",
            description = "Turns of each contestant; ${DEFAULT-VALUE} by default.")
    private int rounds;

    @Option(
            names = "--turn",
            defaultValue = "1.5",
            paramLabel = "SECONDS",
            description = "Length of a turn; ${DEFAULT-VALUE} by default.")
    private double turnSeconds;

    @Option(
            names = "--warm-up",
            defaultValue = "4",
            paramLabel = "SECONDS",
            description = "Before the first turn; ${DEFAULT-VALUE} by default.")
    private double warmUpSeconds;

    @Option(names = "--quick", description = "The first network in a minute: a rough figure.")
    private boolean quick;

    @Option(names = "--activations", description = "Instead, the first network with each activation of the family.")
    private boolean activations;

    @Option(names = "--profile", description = "Instead, where the time of Lamina's own steps goes.")
    private boolean profile;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Comparison comparison = new Comparison(options(), flushing(out), flushing(err));
        if (profile) {
            comparison.runProfile();
        } else if (activations) {
            comparison.runActivations();
        } else {
            comparison.run();
        }
        return ExitCode.DONE;
    }

    private BenchOptions options() {
        List<BenchNetwork> chosen = networks.isEmpty()
                ? Arrays.asList(BenchNetwork.values())
                : networks.stream().map(BenchNetwork::of).toList();
        List<Integer> counts = threads.isEmpty() ? defaultThreads() : threads;
        return quick
                ? new BenchOptions(chosen.subList(0, 1), counts, QUICK_ROUNDS, QUICK_SECONDS, QUICK_SECONDS)
                : new BenchOptions(chosen, counts, rounds, turnSeconds, warmUpSeconds);
    }

    private static List<Integer> defaultThreads() {
        return IntStream.rangeClosed(1, Math.min(2, Runtime.getRuntime().availableProcessors()))
                .boxed()
                .toList();
    }

    private static Consumer<String> flushing(PrintWriter writer) {
        return line -> {
            writer.println(line);
            writer.flush();
        };
    }
}
