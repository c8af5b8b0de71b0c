package dev.lamina.search;

/**
 * What is known of a trial.
 *
 * @param epochs after which the value was measured; trials that got further count before those that did not
 * @param value of the objective, smaller is better; NaN of one that failed, and of one that has none yet
 */
public record Observation(Point point, State state, int epochs, double value) {
    /** How far a trial is. */
    public enum State {
        /** Without a value yet; strategies keep away from it, so that parallel trials differ. */
        RUNNING,
        /** With a value, to the end or as far as it was let. */
        MEASURED,
        /** Could not go on. */
        FAILED
    }
}
