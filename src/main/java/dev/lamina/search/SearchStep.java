package dev.lamina.search;

/** What is to be done next in a search. */
public sealed interface SearchStep {
    /** A new trial. */
    record Begin(Point point, int untilEpochs) implements SearchStep {}

    /**
     * One that waits, from its checkpoint.
     *
     * @param index of the trial
     */
    record GoOn(int index, int untilEpochs) implements SearchStep {}

    /** Nothing before one of those at work has ended. */
    record Wait() implements SearchStep {}

    /** Nothing any more. */
    record Done() implements SearchStep {}
}
