package dev.lamina.data.source;

import dev.lamina.data.DataFile;
import dev.lamina.data.Provenance;
import dev.lamina.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What there is to know about a data set before it is loaded.
 * @param id the type in a configuration, and the name for {@code lamina data get}
 * @param description contents in one line
 * @param license the terms of use, or that the authors state none
 * @param citation what to cite, or that there is nothing
 * @param published the files and where to get them; empty for sets that are drawn or belong to the user
 */
public record DataCard(
        String id,
        Message title,
        Message description,
        Message license,
        Message citation,
        Optional<Published> published) {
    /**
     * A data set that is published as files.
     * @param folder its name below a data root
     * @param files what lies in the folder
     * @param downloads what to get
     * @param layouts how else it may lie there
     */
    public record Published(String folder, List<ExpectedFile> files, List<RemoteFile> downloads, Layouts layouts) {
        /** A data set that lies there in one way. */
        public Published(String folder, List<ExpectedFile> files, List<RemoteFile> downloads) {
            this(folder, files, downloads, Layouts.NONE);
        }

        public Published {
            files = List.copyOf(files);
            downloads = List.copyOf(downloads);
        }

        /**
         * A data set whose files are kept as they are downloaded.
         * @param otherNames what else such a file may be called
         */
        static Published files(
                String folder, List<RemoteFile> downloads, Function<String, List<String>> otherNames, Layouts layouts) {
            List<ExpectedFile> files = downloads.stream()
                    .map(file -> new ExpectedFile(file.name(), file.sizeBytes(), otherNames.apply(file.name())))
                    .toList();
            return new Published(folder, files, downloads, layouts);
        }
    }

    /** A published set. */
    DataCard(String id, Message title, Message description, Message license, String citation, Published published) {
        this(id, title, description, license, Message.verbatim(citation), Optional.of(published));
    }

    /** A card for a set that has no files of its own to get. */
    static DataCard withoutFiles(String id, Message title, Message description, Message license, Message citation) {
        return new DataCard(id, title, description, license, citation, Optional.empty());
    }

    /** What the examples to train on are called. */
    Message trainingPart() {
        return Message.of("data.trainingPart", title);
    }

    Message testPart() {
        return Message.of("data.testPart", title);
    }

    /** A published file. */
    ExpectedFile file(String name) {
        return published.orElseThrow().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Provenance provenance(List<DataFile> files) {
        return new Provenance(id, files);
    }
}
