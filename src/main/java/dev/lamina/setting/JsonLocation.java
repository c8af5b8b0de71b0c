package dev.lamina.setting;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the value at a dotted path stands in a JSON text, so that an error found after parsing can name its line.
 *
 * @param found the longest beginning of the path that stands in the text
 * @param place of the key or the list's entry there
 */
record JsonLocation(String found, JsonPlace place) {
    /** Reads the text once, token by token, into what the path leads through and past everything else. */
    static JsonLocation of(String path, String text, JsonMapper mapper) {
        try (JsonParser parser = mapper.createParser(text)) {
            parser.nextToken();
            return below(new JsonLocation("", place(parser)), path, parser);
        }
    }

    /** Whether the whole path stands in the text. */
    boolean isWhole(String path) {
        return found.equals(path);
    }

    private static JsonLocation below(JsonLocation here, String path, JsonParser parser) {
        if (here.isWhole(path) || !parser.currentToken().isStructStart()) {
            return here;
        }
        boolean list = parser.currentToken() == JsonToken.START_ARRAY;
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != null && !token.isStructEnd(); token = parser.nextToken()) {
            String key = list ? String.valueOf(index++) : parser.currentName();
            String found = here.found.isEmpty() ? key : here.found + "." + key;
            JsonPlace place = place(parser);
            if (!list) {
                parser.nextToken();
            }
            if (path.equals(found) || path.startsWith(found + ".")) {
                return below(new JsonLocation(found, place), path, parser);
            }
            parser.skipChildren();
        }
        return here;
    }

    private static JsonPlace place(JsonParser parser) {
        return JsonPlace.of(parser.currentTokenLocation()).orElseThrow();
    }
}
