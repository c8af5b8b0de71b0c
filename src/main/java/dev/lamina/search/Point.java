package dev.lamina.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value for each dimension that exists, parents before those they decide about.
 *
 * @param values numbers, texts and whatever else a choice lists, by the setting's dotted key
 */
public record Point(Map<String, Object> values) {
    public Point {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
