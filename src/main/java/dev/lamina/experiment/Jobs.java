package dev.lamina.experiment;

import java.util.Optional;

/** The jobs of a sweep in the order in which there is room for them. One thread at a time. */
interface Jobs {
    /** How many runs there will be, at most. */
    int planned();

    /** The next one; nothing before another one has ended, or nothing any more. */
    Optional<Job> next();

    /** A job that was given out is no longer at work. */
    void ended(Job job);

    /** Whether one that failed is a result like another, rather than a failure of the whole. */
    boolean mayFail();
}
