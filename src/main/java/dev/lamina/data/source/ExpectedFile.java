package dev.lamina.data.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a data set's folder and its size.
 * @param otherNames what other programs call a file with the same content
 */
public record ExpectedFile(String name, long sizeBytes, List<String> otherNames) {
    private static final String PACKED = ".gz";

    public ExpectedFile {
        otherNames = List.copyOf(otherNames);
    }

    /** A file that has one name. */
    public ExpectedFile(String name, long sizeBytes) {
        this(name, sizeBytes, List.of());
    }

    /** The names it may have: as published, unpacked if it is published as .gz, and the other names. */
    public List<String> names() {
        Stream<String> published = name.endsWith(PACKED)
                ? Stream.of(name, name.substring(0, name.length() - PACKED.length()))
                : Stream.of(name);
        return Stream.concat(published, otherNames.stream()).toList();
    }

    /** No file with this content is longer, whatever its format: a longer one is not even read. */
    long limitBytes() {
        return 2 * sizeBytes + (64L << 20);
    }
}
