package dev.lamina.data.source;

import java.util.List;

/** A file of a data set's folder and its size. */
public record ExpectedFile(String name, long sizeBytes) {
    private static final String PACKED = ".gz";

    /** The names it may have: as published, and unpacked if it is published as .gz. */
    public List<String> names() {
        return name.endsWith(PACKED)
                ? List.of(name, name.substring(0, name.length() - PACKED.length()))
                : List.of(name);
    }
}
