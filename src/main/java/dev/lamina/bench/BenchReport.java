package dev.lamina.bench;

import dev.lamina.backend.Precision;
import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measurements as lines for a terminal. */
final class BenchReport {
    private static final double MEGABYTE = 1e6;
    private static final double GIGA = 1e9;
    private static final double MILLISECONDS = 1e3;
    private static final double PERCENT = 100;
    private static final double LEAST_SHARE = 1e-3;
    private static final String ROW = "%-16s %-9s %-18s %9s %9s %7s %7s %8s";
    private static final String KIND = "%-30s %9s %7s %8s %7s";
    private static final String BESIDE = "%-9s %-18s %-16s %7s";

    /** Between the parts of a report. */
    static final Message EMPTY = Message.verbatim("");

    private BenchReport() {}

    static List<Message> header(int threads, Rates rates) {
        return List.of(
                EMPTY,
                rates.flopsPerSecond().containsKey(Precision.BF16)
                        ? Message.of(
                                "bench.threadsWithBf16",
                                threads,
                                BenchNetwork.BATCH_SIZE,
                                giga(rates, Precision.F32),
                                giga(rates, Precision.BF16))
                        : Message.of("bench.threads", threads, BenchNetwork.BATCH_SIZE, giga(rates, Precision.F32)),
                Message.of("bench.columns"));
    }

    private static double giga(Rates rates, Precision precision) {
        return rates.flopsPerSecond().getOrDefault(precision, Double.NaN) / GIGA;
    }

    static Message row(Row row) {
        Measurement measurement = row.measurement();
        double milliseconds = measurement.medianMilliseconds();
        long memory = measurement.peakMemoryBytes();
        return numbers(
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
    static List<Message> activations(List<Measurement> measurements) {
        double reference = measurements.getFirst().medianMilliseconds();
        return measurements.stream()
                .map(measurement -> Message.of(
                        "bench.activation",
                        measurement.task().workload(),
                        measurement.task().mode().title(),
                        measurement.medianMilliseconds(),
                        measurement.medianMilliseconds() / reference))
                .toList();
    }

    /** Kinds that take at least a thousandth of the step, and the total. */
    static List<Message> profile(List<ProfileLine> lines) {
        double total = lines.stream().mapToDouble(ProfileLine::milliseconds).sum();
        List<Message> text = new ArrayList<>();
        for (ProfileLine entry : lines) {
            if (entry.milliseconds() >= LEAST_SHARE * total) {
                text.add(Message.of(
                        "bench.kernel",
                        entry.milliseconds(),
                        entry.milliseconds() / total * PERCENT,
                        entry.count(),
                        entry.operation(),
                        entry.algorithm()));
            }
        }
        text.add(Message.of("bench.inAll", total));
        return text;
    }

    /** What each kind of layer takes of the step, and of the machine's matrix-product rate. */
    static List<Message> kinds(List<KindShare> kinds) {
        List<Message> text = new ArrayList<>();
        text.add(Message.of("bench.kindColumns"));
        for (KindShare kind : kinds) {
            text.add(numbers(
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
    static List<Message> beside(List<Integer> busy, List<List<Measurement>> measurements) {
        List<Message> text = new ArrayList<>();
        text.add(Message.of("bench.beside"));
        Message title = Message.of("bench.besideColumns");
        for (int count : busy) {
            title = count == 0 ? Message.of("bench.alone", title) : Message.of("bench.busy", title, count);
        }
        text.add(title);
        for (int i = 0; i < measurements.getFirst().size(); i++) {
            Task task = measurements.getFirst().get(i).task();
            double first = measurements.getFirst().get(i).medianMilliseconds();
            StringBuilder row = new StringBuilder(
                    line(BESIDE, task.contestant().name(), task.mode().title(), task.workload(), task.threads()));
            for (List<Measurement> beside : measurements) {
                double milliseconds = beside.get(i).medianMilliseconds();
                row.append(line("%11.1f %5.2f×", milliseconds, milliseconds / first));
            }
            text.add(Message.verbatim(row.toString()));
        }
        return text;
    }

    /** A row of names and figures. */
    private static Message numbers(String format, Object... values) {
        return Message.verbatim(line(format, values));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : line(format, value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
