package dev.lamina.figure.color;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Setting;
import dev.lamina.setting.Suggestion;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/** The palettes there are. */
public record Palettes(@Setting(meaning = "all of them") List<Palette> palettes) {
    /** The one for curves of an ordered hyperparameter, which has much and little. */
    public static final String ORDERED = "viridis";

    /** The one for curves of which each stands for itself. */
    public static final String UNORDERED = "okabe-ito";

    public Palettes {
        palettes = List.copyOf(palettes);
    }

    private static final class Bundled {
        static final Palettes ALL = RecordFiles.resource("/dev/lamina/figure/palettes.json", Palettes.class);
    }

    public static Palettes bundled() {
        return Bundled.ALL;
    }

    /** @throws BadInputException naming the nearest one, if there is none of this name */
    public static Palette of(String id) {
        List<Palette> all = Bundled.ALL.palettes();
        return all.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> {
            List<String> ids = all.stream().map(Palette::id).toList();
            return new BadInputException(Message.of("setting.unknown", Excerpt.of(id), Suggestion.of(id, ids))
                    .at("palette"));
        });
    }
}
