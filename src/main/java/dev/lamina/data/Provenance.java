package dev.lamina.data;

import java.util.List;

/**
 * Where a data set comes from: the source's id, the files that were read (none for drawn sets).
 * @param readingVersion of how files become values: it rises where the same files give other values than before
 */
public record Provenance(String source, List<DataFile> files, int readingVersion) {
    /** Of a source whose files have always been read in the same way. */
    public static final int FIRST_READING = 1;

    public Provenance {
        files = List.copyOf(files);
    }

    public Provenance(String source, List<DataFile> files) {
        this(source, files, FIRST_READING);
    }
}
