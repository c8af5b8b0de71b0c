package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import java.util.List;

/** Whether a data set can be read without fetching anything. */
public final class Availability {
    private Availability() {}

    /** Whether every published file that loading it would read is there; so it is for data that is drawn. */
    public static boolean isThere(DataSource source, DataLocation where) {
        List<ExpectedFile> files = filesToRead(source);
        return files.isEmpty() || files.stream().allMatch(new FileSearch(source.card(), where)::isThere);
    }

    private static List<ExpectedFile> filesToRead(DataSource source) {
        return source instanceof Cifar10 cifar10
                ? cifar10.filesToRead()
                : source.card().published().map(DataCard.Published::files).orElse(List.of());
    }
}
