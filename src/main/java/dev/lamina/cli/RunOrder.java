package dev.lamina.cli;

import dev.lamina.archive.RunHeader;
import dev.lamina.archive.StoredEntry;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Comparator;

/** Orders of runs; those without what is compared, and those that cannot be read, come last. */
enum RunOrder implements Comparator<StoredEntry> {
    /** As the store lists them. */
    NEWEST((_, _) -> 0),
    NAME(Comparator.comparing(StoredEntry::name)),
    ACCURACY(Comparator.comparingDouble(entry -> -value(entry, Tags.TEST_ACCURACY, Double.NEGATIVE_INFINITY))),
    LOSS(Comparator.comparingDouble(entry -> value(entry, Tags.TEST_LOSS, Double.POSITIVE_INFINITY))),
    GBR(Comparator.comparingDouble(entry -> value(entry, Tags.GBR, Double.POSITIVE_INFINITY)));

    private final Comparator<StoredEntry> order;

    RunOrder(Comparator<StoredEntry> order) {
        this.order = order;
    }

    @Override
    public int compare(StoredEntry a, StoredEntry b) {
        return order.compare(a, b);
    }

    private static double value(StoredEntry entry, Tag tag, double none) {
        double value = entry instanceof RunHeader run
                ? run.last().map(last -> last.value(tag).orElse(none)).orElse(none)
                : none;
        return Double.isNaN(value) ? none : value;
    }
}
