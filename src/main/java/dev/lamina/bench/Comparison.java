package dev.lamina.bench;

import dev.lamina.backend.Precision;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Trains every network with every contestant in every mode and prints a table for each number of threads. */
public final class Comparison {
    private static final int MOST_BUSY = 1024;

    private final BenchOptions options;
    private final List<Contestant> peers;
    private final Bench bench;
    private final List<Message> head;
    private final Consumer<Message> out;
    private final LaminaContestant lamina = new LaminaContestant();
    private final LeftOut leftOut = LeftOut.of(lamina.modes(), LaminaWorkload::unserved);

    /**
     * @param peers measured beside Lamina
     * @param head what a report begins with, once nothing can be refused any more
     * @param out takes the lines of the tables
     * @param progress takes a line whenever a measurement begins
     */
    public Comparison(
            BenchOptions options,
            List<Contestant> peers,
            List<Message> head,
            Consumer<Message> out,
            Consumer<Message> progress) {
        this.head = List.copyOf(head);
        this.peers = List.copyOf(peers);
        this.options = options;
        this.bench = new Bench(options, progress);
        this.out = out;
    }

    /** Lamina beside its peers. */
    public void run() {
        List<Contestant> contestants = withLamina();
        begin(contestants, peers.isEmpty() ? List.of(Message.of("bench.laminaAlone")) : List.of());
        for (int threads : options.threads()) {
            Rates rates = rates(threads);
            BenchReport.header(threads, rates).forEach(out);
            for (BenchNetwork network : options.networks()) {
                List<Measurement> measurements = bench.measure(tasks(contestants, network, threads));
                Row.of(network, measurements, FlopCount.of(LaminaNetworks.step(network.id())), rates).stream()
                        .map(BenchReport::row)
                        .forEach(out);
            }
        }
    }

    private List<Contestant> withLamina() {
        List<Contestant> contestants = new ArrayList<>(peers);
        contestants.add(lamina);
        return contestants;
    }

    private void checkModes(List<Contestant> contestants) {
        List<Mode> all = contestants.stream()
                .flatMap(contestant -> contestant.modes().stream())
                .toList();
        List<String> known = all.stream().map(Mode::id).toList();
        for (String mode : options.modes()) {
            if (!known.contains(mode)) {
                throw new BadInputException(
                        Message.of("bench.noModes", mode, known).at("modes"));
            }
        }
        if (!options.modes().isEmpty()) {
            leftOut.requireNone(options.chosen(all));
        }
    }

    /** Refuses modes that there are not, then begins the report. */
    private void begin(List<Contestant> contestants, List<Message> remarks) {
        checkModes(contestants);
        head.forEach(out);
        remarks.forEach(out);
        leftOut.messages().forEach(out);
    }

    private List<Mode> modesOf(Contestant contestant) {
        return leftOut.among(options.modesOf(contestant));
    }

    /** The first network beside numbers of other processes that each keep a core busy. */
    public void runBeside(List<Integer> busy) {
        if (busy.stream().anyMatch(count -> count < 0 || count > MOST_BUSY)) {
            throw new BadInputException(Message.of("bench.noLoad", MOST_BUSY).at("--beside " + busy));
        }
        List<Contestant> contestants = withLamina();
        begin(contestants, List.of());
        BenchNetwork network = options.networks().getFirst();
        List<Task> tasks = options.threads().stream()
                .flatMap(threads -> tasks(contestants, network, threads).stream())
                .toList();
        BenchReport.beside(busy, bench.measureBeside(busy, tasks)).forEach(out);
    }

    /** The first network with each activation of the family, beside ReLU. */
    public void runActivations() {
        String network = options.networks().getFirst().id();
        begin(List.of(lamina), List.of());
        for (int threads : options.threads()) {
            out.accept(BenchReport.EMPTY);
            for (Mode mode : modesOf(lamina)) {
                List<Task> tasks = new ArrayList<>();
                tasks.add(new Task(lamina, mode, network, threads));
                for (String activation : ActivationFamily.besideRelu()) {
                    tasks.add(new Task(lamina, mode, network + LaminaContestant.WITH + activation, threads));
                }
                BenchReport.activations(bench.measure(tasks)).forEach(out);
            }
        }
    }

    /** Where the time of Lamina's steps goes, by kind of operation. */
    public void runProfile() {
        begin(List.of(lamina), List.of());
        for (int threads : options.threads()) {
            Rates rates = rates(threads);
            for (BenchNetwork network : options.networks()) {
                for (Mode mode : modesOf(lamina)) {
                    out.accept(BenchReport.EMPTY);
                    out.accept(new Task(lamina, mode, network.id(), threads).message());
                    profile(network, mode, threads, rates);
                }
            }
        }
    }

    private void profile(BenchNetwork network, Mode mode, int threads, Rates rates) {
        List<ProfileLine> lines = LaminaWorkload.profile(LaminaWorkload.CPU, network.id(), mode.id(), threads);
        BenchReport.profile(lines).forEach(out);
        out.accept(BenchReport.EMPTY);
        BenchReport.kinds(KindShare.of(
                        lines, FlopCount.byOperation(LaminaNetworks.step(network.id())), rates, mode.precision()))
                .forEach(out);
    }

    private List<Task> tasks(List<Contestant> contestants, BenchNetwork network, int threads) {
        return contestants.stream()
                .flatMap(contestant ->
                        modesOf(contestant).stream().map(mode -> new Task(contestant, mode, network.id(), threads)))
                .toList();
    }

    private Rates rates(int threads) {
        List<Measurement> products =
                bench.measure(leftOut.among(List.of(LaminaContestant.F32, LaminaContestant.BF16)).stream()
                        .map(mode -> new Task(lamina, mode, LaminaContestant.MATRIX_PRODUCT, threads))
                        .toList());
        Map<Precision, Double> rates = new LinkedHashMap<>();
        products.forEach(product -> rates.put(product.task().mode().precision(), Rates.flopsPerSecond(product)));
        return new Rates(rates);
    }
}
