package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every data set and whether it is at hand. */
public final class DataCatalog {
    private DataCatalog() {}

    /** Whether a data set can be loaded as it is. */
    public enum Presence {
        /** Drawn by Lamina or given by the user; nothing to look for. */
        NEEDS_NO_FILES,
        COMPLETE,
        /** Some files are there. */
        PARTIAL,
        ABSENT
    }

    /**
     * A data set as found on this machine.
     * @param found the files that are there, where they lie
     * @param missing the names of the files that are not
     */
    public record Entry(DataCard card, Presence presence, List<Path> found, List<String> missing) {}

    public static List<Entry> list(DataLocation where) {
        return DataSource.CARDS.stream().map(card -> entry(card, where)).toList();
    }

    /** Looks for one data set's files, by name; the contents are checked when it is loaded. */
    public static Entry entry(DataCard card, DataLocation where) {
        if (card.published().isEmpty()) {
            return new Entry(card, Presence.NEEDS_NO_FILES, List.of(), List.of());
        }
        DataCard.Published published = card.published().get();
        FileSearch search = new FileSearch(card, where);
        List<Path> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ExpectedFile file : published.files()) {
            search.find(file).ifPresentOrElse(found::add, () -> missing.add(file.name()));
        }
        Presence presence =
                missing.isEmpty() ? Presence.COMPLETE : found.isEmpty() ? Presence.ABSENT : Presence.PARTIAL;
        return new Entry(card, presence, found, missing);
    }

    /** @throws BadInputException listing the names there are, if there is no such data set */
    public static DataCard card(String id) {
        return DataSource.CARDS.stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(Message.of(
                                "data.noSuchSet",
                                DataSource.CARDS.stream().map(DataCard::id).toList())
                        .at(id)));
    }
}
