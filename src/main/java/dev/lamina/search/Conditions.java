package dev.lamina.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Under which choices a dimension exists. */
final class Conditions {
    private Conditions() {}

    static Map<String, List<Object>> copy(Map<String, List<Object>> when) {
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        when.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /** Whether every condition is met by what was chosen so far. */
    static boolean hold(Dimension dimension, Map<String, Object> chosen) {
        return dimension.when().entrySet().stream().allMatch(condition -> {
            Object value = chosen.get(condition.getKey());
            return value != null && condition.getValue().contains(value);
        });
    }
}
