package dev.lamina.cli;

import dev.lamina.archive.RunHeader;
import dev.lamina.archive.StoredEntry;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Orders of runs; those without what is compared, and those that cannot be read, come last. */
enum RunOrder implements Comparator<StoredEntry> {
    /** As the store lists them. */
    NEWEST,
    NAME,
    ACCURACY,
    LOSS,
    GBR;

    /** The order of a name; nothing where it is none, as a field is. */
    static Optional<RunOrder> named(String name) {
        return Stream.of(values())
                .filter(order -> order.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public int compare(StoredEntry a, StoredEntry b) {
        return switch (this) {
            case NEWEST -> 0;
            case NAME -> a.name().compareTo(b.name());
            case ACCURACY ->
                Double.compare(
                        value(b, last -> last.value(Tags.TEST_ACCURACY), Double.NEGATIVE_INFINITY),
                        value(a, last -> last.value(Tags.TEST_ACCURACY), Double.NEGATIVE_INFINITY));
            case LOSS -> increasing(a, b, last -> last.value(Tags.TEST_LOSS));
            case GBR -> increasing(a, b, EpochMetrics::gbr);
        };
    }

    private static int increasing(StoredEntry a, StoredEntry b, Function<EpochMetrics, OptionalDouble> reading) {
        return Double.compare(value(a, reading, Double.POSITIVE_INFINITY), value(b, reading, Double.POSITIVE_INFINITY));
    }

    private static double value(StoredEntry entry, Function<EpochMetrics, OptionalDouble> reading, double none) {
        double value = entry instanceof RunHeader run
                ? run.last().map(last -> reading.apply(last).orElse(none)).orElse(none)
                : none;
        return Double.isNaN(value) ? none : value;
    }
}
