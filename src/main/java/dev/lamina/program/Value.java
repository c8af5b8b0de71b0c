package dev.lamina.program;

import dev.lamina.tensor.Shape;

/**
 * A tensor in a program. Two values are the same if their ids are.
 *
 * @param id unique within the program
 * @param name unique among persistent values and inputs of a session; a hint for intermediates
 * @param shape with the batch axis where there is one
 */
public record Value(int id, String name, Shape shape, Kind kind) {
    /** Where a value lives. */
    public enum Kind {
        /** Handed in at every run. */
        INPUT,
        /** Trained; lives in the session, shared by all its programs. */
        PARAMETER,
        /** Kept between runs without training: running statistics, optimizer state; lives in the session. */
        STATE,
        /** Made and used up within one run. */
        INTERMEDIATE
    }

    public boolean persistent() {
        return kind == Kind.PARAMETER || kind == Kind.STATE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value value && value.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
