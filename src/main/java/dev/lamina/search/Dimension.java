package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/**
 * The values that a search gives to one setting. Each dimension maps the unit interval onto its values, so that every
 * strategy can think in [0, 1).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Dimension permits LinearRange, LogRange, IntegerRange, Choice {
    /** The choices under which it exists, by key of the dimension that chooses; it always does where there are none. */
    Map<String, List<Object>> when();

    /**
     * The value at a place.
     *
     * @param unit in [0, 1)
     */
    Object value(double unit);

    /** A place that gives a value: the inverse of {@link #value}, the middle of its interval where it has one. */
    double unit(Object value);

    /** How many values there are, 0 for a continuum. */
    int count();
}
