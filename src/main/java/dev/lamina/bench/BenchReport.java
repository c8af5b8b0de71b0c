package dev.lamina.bench;

import dev.lamina.backend.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measurements as text for a terminal. */
final class BenchReport {
    private static final double MEGABYTE = 1e6;
    private static final double GIGA = 1e9;
    private static final double MILLISECONDS = 1e3;
    private static final double PERCENT = 100;
    private static final double LEAST_SHARE = 1e-3;
    private static final String ROW = "%-16s %-9s %-18s %9s %9s %7s %7s %8s";
    private static final String KIND = "%-30s %9s %7s %8s %7s";
    private static final String BESIDE = "%-9s %-18s %-16s %7s";

    private BenchReport() {}

    static List<String> header(int threads, Rates rates) {
        return List.of(
                "",
                line(
                        "%d %s, batch %d; matrix product %.0f GFLOP/s in f32%s",
                        threads,
                        threads == 1 ? "thread" : "threads",
                        BenchNetwork.BATCH_SIZE,
                        rates.flopsPerSecond().getOrDefault(Precision.F32, Double.NaN) / GIGA,
                        rates.flopsPerSecond().containsKey(Precision.BF16)
                                ? line(", %.0f in bf16", rates.flopsPerSecond().get(Precision.BF16) / GIGA)
                                : ""),
                line(ROW, "network", "library", "mode", "ms/step", "images/s", "ratio", "% peak", "peak MB"));
    }

    static String row(Row row) {
        Measurement measurement = row.measurement();
        double milliseconds = measurement.medianMilliseconds();
        long memory = measurement.peakMemoryBytes();
        return line(
                ROW,
                row.network().title(),
                measurement.task().contestant().name(),
                measurement.task().mode().title(),
                line("%.1f", milliseconds),
                line("%.0f", BenchNetwork.BATCH_SIZE * MILLISECONDS / milliseconds),
                number("%.2f", row.ratio()),
                number("%.0f", row.share() * PERCENT),
                memory < 0 ? "–" : line("%.0f", memory / MEGABYTE));
    }

    /** Step times of the first network with other activations; the first measurement is the yardstick. */
    static List<String> activations(List<Measurement> measurements) {
        double reference = measurements.getFirst().medianMilliseconds();
        return measurements.stream()
                .map(measurement -> line(
                        "%-24s %-18s %9.1f ms/step %7.2f× ReLU",
                        measurement.task().workload(),
                        measurement.task().mode().title(),
                        measurement.medianMilliseconds(),
                        measurement.medianMilliseconds() / reference))
                .toList();
    }

    /** Kinds that take at least a thousandth of the step, and the total. */
    static List<String> profile(List<ProfileLine> lines) {
        double total = lines.stream().mapToDouble(ProfileLine::milliseconds).sum();
        List<String> text = new ArrayList<>();
        for (ProfileLine entry : lines) {
            if (entry.milliseconds() >= LEAST_SHARE * total) {
                text.add(line(
                        "%9.2f ms %5.1f %% %5d × %s, %s",
                        entry.milliseconds(),
                        entry.milliseconds() / total * PERCENT,
                        entry.count(),
                        entry.operation(),
                        entry.algorithm()));
            }
        }
        text.add(line("%9.2f ms in all", total));
        return text;
    }

    /** What each kind of layer takes of the step, and of the machine's matrix-product rate. */
    static List<String> kinds(List<KindShare> kinds) {
        List<String> text = new ArrayList<>();
        text.add(line(KIND, "kind", "ms", "% step", "GFLOP/s", "% peak"));
        for (KindShare kind : kinds) {
            text.add(line(
                    KIND,
                    kind.kind(),
                    line("%.2f", kind.milliseconds()),
                    line("%.1f", kind.shareOfStep() * PERCENT),
                    number("%.1f", kind.flopsPerSecond() / GIGA),
                    number("%.0f", kind.shareOfPeak() * PERCENT)));
        }
        return text;
    }

    /** Milliseconds a step alone and beside others, and how many times those of the first number. */
    static List<String> beside(List<Integer> busy, List<List<Measurement>> measurements) {
        List<String> text = new ArrayList<>();
        text.add("Milliseconds a step, × those of the first column; columns: other processes that keep a core busy");
        StringBuilder title = new StringBuilder(line(BESIDE, "library", "mode", "network", "threads"));
        busy.forEach(count -> title.append(line("%18s", count == 0 ? "alone" : count + " busy")));
        text.add(title.toString());
        for (int i = 0; i < measurements.getFirst().size(); i++) {
            Task task = measurements.getFirst().get(i).task();
            double first = measurements.getFirst().get(i).medianMilliseconds();
            StringBuilder row = new StringBuilder(
                    line(BESIDE, task.contestant().name(), task.mode().title(), task.workload(), task.threads()));
            for (List<Measurement> beside : measurements) {
                double milliseconds = beside.get(i).medianMilliseconds();
                row.append(line("%11.1f %5.2f×", milliseconds, milliseconds / first));
            }
            text.add(row.toString());
        }
        return text;
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : line(format, value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
