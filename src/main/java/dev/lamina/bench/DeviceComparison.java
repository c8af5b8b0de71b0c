package dev.lamina.bench;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.launch.BackendJvm;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Training steps on one device for several batch sizes, beside PyTorch on the same card where there is one. One table:
 * milliseconds a step, images a second, PyTorch's eager f32 time ÷ this one, TFLOP/s, share of the device's limit.
 */
public final class DeviceComparison {
    private static final String ROW = "%-16s %5s  %-8s %-16s %9s %9s %7s %8s %7s";
    private static final double MILLISECONDS = 1e3;
    private static final double TERA = 1e12;
    private static final double PERCENT = 100;

    private final BackendName backend;
    private final List<Integer> batchSizes;
    private final double limitTeraflops;
    private final BenchOptions options;
    private final Consumer<Message> out;
    private final Consumer<Message> progress;

    /**
     * @param limitTeraflops of the device in f32, NaN if it is not known
     * @param out takes the lines of the table
     * @param progress takes a line whenever a measurement begins
     */
    public DeviceComparison(
            BackendName backend,
            List<Integer> batchSizes,
            double limitTeraflops,
            BenchOptions options,
            Consumer<Message> out,
            Consumer<Message> progress) {
        if (batchSizes.stream().anyMatch(size -> size < 1)) {
            throw new BadInputException(Message.of("bench.belowOne").at("--batch " + batchSizes));
        }
        this.backend = backend;
        this.batchSizes = List.copyOf(batchSizes);
        this.limitTeraflops = limitTeraflops;
        this.options = options;
        this.out = out;
        this.progress = progress;
    }

    /** @throws BadInputException if the backend cannot run on this machine */
    public void run() {
        DeviceDescription device = BackendJvm.deviceOf(backend);
        DeviceContestant lamina = new DeviceContestant(backend, device);
        List<Contestant> contestants = new ArrayList<>(List.of(lamina));
        Optional<TorchContestant> torch = TorchContestant.find(progress);
        torch.ifPresent(contestants::add);
        out.accept(
                torch.map(peer -> Message.of("bench.deviceBeside", device.name(), device.driver(), peer.description()))
                        .orElseGet(() -> Message.of("bench.device", device.name(), device.driver()))
                        .at(backend));
        out.accept(Message.of("bench.deviceColumns"));
        Bench bench = new Bench(options, progress);
        for (BenchNetwork network : options.networks()) {
            for (int batchSize : batchSizes) {
                String workload = network.id() + LaminaContestant.AT + batchSize;
                List<Measurement> measurements = bench.measure(tasks(contestants, workload));
                double flops = FlopCount.of(LaminaNetworks.step(workload));
                measurements.forEach(
                        measurement -> out.accept(row(network, batchSize, measurement, measurements, flops)));
            }
        }
    }

    /** Where the time of Lamina's steps goes on a device that works in this process, by kind of operation. */
    public static void profile(
            BackendName backend, List<Integer> batchSizes, BenchOptions options, Consumer<Message> out) {
        for (BenchNetwork network : options.networks()) {
            for (int batchSize : batchSizes) {
                String workload = network.id() + LaminaContestant.AT + batchSize;
                out.accept(BenchReport.EMPTY);
                out.accept(Message.of("bench.on", workload, backend));
                int threads = options.threads().getLast();
                BenchReport.profile(LaminaWorkload.profile(backend, workload, LaminaContestant.F32.id(), threads))
                        .forEach(out);
            }
        }
    }

    private List<Task> tasks(List<Contestant> contestants, String workload) {
        return contestants.stream()
                .flatMap(contestant -> options.modesOf(contestant).stream()
                        .map(mode -> new Task(
                                contestant, mode, workload, options.threads().getLast())))
                .toList();
    }

    Message row(
            BenchNetwork network,
            int batchSize,
            Measurement measurement,
            List<Measurement> measurements,
            double flops) {
        double milliseconds = measurement.medianMilliseconds();
        double eager = measurements.stream()
                .filter(other -> other.task().mode().equals(TorchContestant.EAGER_F32))
                .mapToDouble(Measurement::medianMilliseconds)
                .findFirst()
                .orElse(Double.NaN);
        double teraflops = flops / milliseconds * MILLISECONDS / TERA;
        return Message.verbatim(line(
                ROW,
                network.title(),
                batchSize,
                measurement.task().contestant().name(),
                measurement.task().mode().title(),
                line("%.2f", milliseconds),
                line("%.0f", batchSize * MILLISECONDS / milliseconds),
                number("%.2f", eager / milliseconds),
                line("%.3f", teraflops),
                number("%.1f", teraflops / limitTeraflops * PERCENT)));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : line(format, value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
