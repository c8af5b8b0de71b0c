package dev.lamina.ui.form;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a person typed, as JSON. */
final class Typed {
    private Typed() {}

    /** The JSON of a field's text; numbers may have a decimal comma nowhere, but spaces around them. */
    static String json(SettingRow row, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() && row.presence() == SettingRow.Presence.OPTIONAL) {
            return "null";
        }
        return switch (row.kind()) {
            case NUMBER, SWITCH, PART -> stripped.isEmpty() ? "\"\"" : stripped;
            case NUMBERS ->
                Arrays.stream(stripped.split("[,\\s]+"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ", "[", "]"));
            case TEXT, WORD, TYPE, TYPES -> quoted(stripped);
        };
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
