package dev.lamina.data;

import java.util.List;

/**
 * Where a data set comes from: the source's id, the files that were read (none for drawn sets), under which terms it
 * may be used, and what to cite.
 */
public record Provenance(String source, List<DataFile> files, String license, String citation) {
    public Provenance {
        files = List.copyOf(files);
    }
}
