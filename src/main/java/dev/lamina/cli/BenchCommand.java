package dev.lamina.cli;

import dev.lamina.backend.Cores;
import dev.lamina.bench.BenchNetwork;
import dev.lamina.bench.BenchOptions;
import dev.lamina.bench.Comparison;
import dev.lamina.bench.Contestant;
import dev.lamina.bench.NeighborBench;
import dev.lamina.bench.ProcessorLine;
import dev.lamina.launch.Pretense;
import dev.lamina.log.Machine;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures training steps, beside libtorch where the build brings it. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int QUICK_ROUNDS = 2;
    private static final double QUICK_SECONDS = 0.5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--networks", split = ",", paramLabel = "ID")
    private List<String> networks = List.of();

    @Option(names = "--modes", split = ",", paramLabel = "ID")
    private Set<String> modes = Set.of();

    @Option(names = "--threads", split = ",", paramLabel = "COUNT")
    private List<Integer> threads = List.of();

    @Option(names = "--peer", paramLabel = "CLASS", hidden = true)
    private List<String> peers = List.of();

    @Option(names = "--pretend", paramLabel = "NAME")
    private @Nullable String pretense;

    @ArgGroup(exclusive = false)
    private @Nullable DeviceBench device;

    @ArgGroup
    private Extent extent = new Extent();

    @ArgGroup
    private Instead instead = new Instead();

    /** How long to measure: roughly, or as told. */
    static final class Extent {
        @Option(names = "--quick")
        private boolean quick;

        @ArgGroup(exclusive = false)
        private Pace pace = new Pace();
    }

    static final class Pace {
        private static final int ROUNDS = 5;
        private static final double TURN_SECONDS = 1.5;
        private static final double WARM_UP_SECONDS = 4;

        @Option(names = "--rounds", paramLabel = "COUNT")
        private int rounds = ROUNDS;

        @Option(names = "--turn", paramLabel = "SECONDS")
        private double turnSeconds = TURN_SECONDS;

        @Option(names = "--warm-up", paramLabel = "SECONDS")
        private double warmUpSeconds = WARM_UP_SECONDS;
    }

    /** What to measure in place of the comparison. */
    static final class Instead {
        @Option(names = "--activations")
        private boolean activations;

        @Option(names = "--profile")
        private boolean profile;

        @Option(names = "--beside", split = ",", arity = "0..1", fallbackValue = "0,1,2", paramLabel = "COUNT")
        private List<Integer> beside = List.of();

        @Option(
                names = "--neighbors",
                split = ",",
                arity = "0..1",
                fallbackValue = "12000x784,8000x3072",
                paramLabel = "POINTSxVALUES")
        private List<String> neighbors = List.of();
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Message> head = new ArrayList<>();
        if (pretense != null) {
            Pretense wanted = Pretense.of(pretense);
            if (!wanted.isInEffect()) {
                return AttachedProcess.run(wanted.jvm().command(DeviceProcess.arguments(spec)), wanted.environment());
            }
            head.add(wanted.message());
        }
        BenchOptions options = options();
        List<Contestant> contestants = peers.stream().map(Contestant::of).toList();
        List<NeighborBench.Size> sizes =
                instead.neighbors.stream().map(NeighborBench.Size::of).toList();
        if (device != null && !sizes.isEmpty()) {
            throw new BadInputException(Message.of("cli.neighborsOnDevice").at("--neighbors"));
        }
        head.addAll(ProcessorLine.of(Machine.processorName()));
        if (!sizes.isEmpty()) {
            head.forEach(flushing(out));
            new NeighborBench(options.rounds(), flushing(out)).run(Machine.processorName(), sizes, options.threads());
            return ExitCode.DONE;
        }
        if (device != null) {
            head.forEach(flushing(out));
            return instead.profile
                    ? device.profile(spec, options, flushing(out))
                    : device.measure(options, flushing(out), flushing(err));
        }
        Comparison comparison = new Comparison(options, contestants, head, flushing(out), flushing(err));
        if (instead.profile) {
            comparison.runProfile();
        } else if (!instead.beside.isEmpty()) {
            comparison.runBeside(instead.beside);
        } else if (instead.activations) {
            comparison.runActivations();
        } else {
            comparison.run();
        }
        return ExitCode.DONE;
    }

    private BenchOptions options() {
        List<BenchNetwork> chosen = networks.isEmpty()
                ? BenchNetwork.STANDARD
                : networks.stream().map(BenchNetwork::of).toList();
        List<Integer> counts = threads.isEmpty() ? defaultThreads() : threads;
        Pace pace = extent.pace;
        return extent.quick
                ? new BenchOptions(chosen.subList(0, 1), modes, counts, QUICK_ROUNDS, QUICK_SECONDS, QUICK_SECONDS)
                : new BenchOptions(chosen, modes, counts, pace.rounds, pace.turnSeconds, pace.warmUpSeconds);
    }

    private static List<Integer> defaultThreads() {
        return IntStream.rangeClosed(1, Math.min(2, Cores.usable())).boxed().toList();
    }

    private Consumer<Message> flushing(PrintWriter writer) {
        Voice voice = Voice.of(spec);
        return line -> {
            writer.println(voice.text(line));
            writer.flush();
        };
    }
}
