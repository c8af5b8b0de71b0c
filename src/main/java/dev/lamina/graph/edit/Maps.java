package dev.lamina.graph.edit;

import java.util.HashMap;
import java.util.Map;

/** Changed copies of maps. */
final class Maps {
    private Maps() {}

    static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
