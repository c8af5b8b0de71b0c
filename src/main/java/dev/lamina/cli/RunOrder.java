package dev.lamina.cli;

import dev.lamina.archive.RunHeader;
import dev.lamina.archive.StoredEntry;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.Comparator;

/** Orders of runs; those without what is compared, and those that cannot be read, come last. */
enum RunOrder implements Comparator<StoredEntry> {
    /** As the store lists them. */
    NEWEST,
    NAME,
    ACCURACY,
    LOSS,
    GBR;

    @Override
    public int compare(StoredEntry a, StoredEntry b) {
        return switch (this) {
            case NEWEST -> 0;
            case NAME -> a.name().compareTo(b.name());
            case ACCURACY ->
                Double.compare(
                        value(b, Tags.TEST_ACCURACY, Double.NEGATIVE_INFINITY),
                        value(a, Tags.TEST_ACCURACY, Double.NEGATIVE_INFINITY));
            case LOSS -> increasing(a, b, Tags.TEST_LOSS);
            case GBR -> increasing(a, b, Tags.GBR);
        };
    }

    private static int increasing(StoredEntry a, StoredEntry b, Tag tag) {
        return Double.compare(value(a, tag, Double.POSITIVE_INFINITY), value(b, tag, Double.POSITIVE_INFINITY));
    }

    private static double value(StoredEntry entry, Tag tag, double none) {
        double value = entry instanceof RunHeader run
                ? run.last().map(last -> last.value(tag).orElse(none)).orElse(none)
                : none;
        return Double.isNaN(value) ? none : value;
    }
}
