package dev.lamina.search;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The dimensions of a search.
 *
 * @param dimensions by dotted key of the setting, those that decide about others before these
 */
public record SearchSpace(Map<String, Dimension> dimensions) {
    /**
     * @throws BadInputException if it has no dimension, or a condition names none, no choice, a value that is never chosen,
     *     or in the end itself
     */
    public SearchSpace {
        if (dimensions.isEmpty()) {
            throw new BadInputException(Message.of("search.empty"));
        }
        Map<String, Dimension> ordered = new LinkedHashMap<>();
        Map<String, Dimension> all = dimensions;
        all.forEach((key, dimension) -> add(key, dimension, all, ordered, new LinkedHashSet<>()));
        dimensions = Collections.unmodifiableMap(ordered);
    }

    private static void add(
            String key,
            Dimension dimension,
            Map<String, Dimension> all,
            Map<String, Dimension> ordered,
            Set<String> waiting) {
        if (ordered.containsKey(key)) {
            return;
        }
        if (!waiting.add(key)) {
            throw new BadInputException(
                    Message.of("search.circle", List.copyOf(waiting)).at(key));
        }
        dimension.when().forEach((parent, values) -> {
            if (!(all.get(parent) instanceof Choice choice)) {
                throw new BadInputException(
                        Message.of("search.conditionOnNoChoice", parent).at(key));
            }
            if (values.isEmpty() || !choice.values().containsAll(values)) {
                throw new BadInputException(Message.of(
                                "search.conditionNeverMet",
                                parent,
                                choice.values().toString())
                        .at(key));
            }
            add(parent, choice, all, ordered, waiting);
        });
        waiting.remove(key);
        ordered.put(key, dimension);
    }

    /** How many dimensions there are, with those that exist under conditions only. */
    public int size() {
        return dimensions.size();
    }

    /**
     * The point at a place of the unit cube.
     *
     * @param units a number in [0, 1) for each dimension, in their order
     */
    public Point at(double... units) {
        int[] next = {0};
        return choose((_, dimension) -> dimension.value(units[next[0]]), () -> next[0]++);
    }

    /** The point that a function chooses, asked for those dimensions alone that exist. */
    Point choose(BiFunction<String, Dimension, Object> value) {
        return choose(value, () -> {});
    }

    private Point choose(BiFunction<String, Dimension, Object> value, Runnable after) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        dimensions.forEach((key, dimension) -> {
            if (Conditions.hold(dimension, chosen)) {
                chosen.put(key, value.apply(key, dimension));
            }
            after.run();
        });
        return new Point(chosen);
    }
}
