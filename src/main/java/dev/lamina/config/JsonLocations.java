package dev.lamina.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** Where each key of a JSON text stands, so that an error found after parsing can name its line. */
final class JsonLocations {
    private final Map<String, String> places = new HashMap<>();

    private JsonLocations() {}

    /** Reads the text once, token by token. */
    static JsonLocations of(String text, JsonMapper mapper) {
        var locations = new JsonLocations();
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    locations.places.putIfAbsent(path(parser), place(parser.currentTokenLocation()));
                }
            }
        }
        return locations;
    }

    /** "line 3, column 5" of the value at a dotted path, or of the nearest enclosing one that stands in the text. */
    String of(String path) {
        String known = path;
        while (!places.containsKey(known) && !known.isEmpty()) {
            known = known.contains(".") ? known.substring(0, known.lastIndexOf('.')) : "";
        }
        return places.getOrDefault(known, "line 1, column 1");
    }

    /** Whether the value at a dotted path stands in the text. */
    boolean has(String path) {
        return places.containsKey(path);
    }

    private static String path(JsonParser parser) {
        Deque<String> names = new ArrayDeque<>();
        TokenStreamContext innermost = parser.streamReadContext();
        // An array that has just opened is already the context, but no element of it has begun.
        TokenStreamContext from = parser.currentToken() == JsonToken.START_ARRAY ? innermost.getParent() : innermost;
        for (TokenStreamContext c = from; c != null && !c.inRoot(); c = c.getParent()) {
            if (c.inArray()) {
                names.push(String.valueOf(c.getCurrentIndex()));
            } else if (c.currentName() != null) {
                names.push(c.currentName());
            }
        }
        return String.join(".", names);
    }

    private static String place(TokenStreamLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
