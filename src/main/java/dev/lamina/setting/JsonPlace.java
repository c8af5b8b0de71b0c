package dev.lamina.setting;

import dev.lamina.message.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** Where something stands in a JSON text; lines and columns count from 1. */
public record JsonPlace(int line, int column) {
    /** Empty where the parser does not tell. */
    static Optional<JsonPlace> of(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? Optional.empty()
                : Optional.of(new JsonPlace(at.getLineNr(), at.getColumnNr()));
    }

    /** The place with the name of the text. */
    Message in(String source) {
        return Message.of("setting.place", source, line, column);
    }
}
