package dev.lamina.figure.venue;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Setting;
import dev.lamina.setting.Suggestion;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The venues that are known, by their ids. */
public record Venues(@Setting(meaning = "all of them") List<Venue> venues) {
    public Venues {
        venues = List.copyOf(venues);
    }

    private static final class Bundled {
        static final Venues ALL = RecordFiles.resource("/dev/lamina/figure/venues.json", Venues.class);
    }

    /** Those that come with the program. */
    public static Venues bundled() {
        return Bundled.ALL;
    }

    /**
     * These and those of a user's file of the same form, which take the place of ones with the same id.
     *
     * @throws BadInputException naming file, line and key of what is wrong in it
     */
    public Venues with(Path file) {
        Map<String, Venue> all = new LinkedHashMap<>();
        venues.forEach(venue -> all.put(venue.id(), venue));
        RecordFiles.read(file, Venues.class, List.of()).venues().forEach(venue -> all.put(venue.id(), venue));
        return new Venues(List.copyOf(all.values()));
    }

    /** @throws BadInputException naming the nearest one, if there is none of this id */
    public Venue of(String id) {
        return venues.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow(() -> {
            List<String> ids = venues.stream().map(Venue::id).toList();
            return new BadInputException(Message.of("setting.unknown", Excerpt.of(id), Suggestion.of(id, ids))
                    .at("style"));
        });
    }
}
