package dev.lamina.data;

import java.util.List;

/**
 * Where a data set comes from: the source's id, the files that were read (none for drawn sets), under which terms it
 * may be used, and what to cite.
 * @param readingVersion of how files become values: it rises where the same files give other values than before
 */
public record Provenance(String source, List<DataFile> files, String license, String citation, int readingVersion) {
    /** Of a source whose files have always been read in the same way. */
    public static final int FIRST_READING = 1;

    public Provenance {
        files = List.copyOf(files);
    }

    public Provenance(String source, List<DataFile> files, String license, String citation) {
        this(source, files, license, citation, FIRST_READING);
    }
}
