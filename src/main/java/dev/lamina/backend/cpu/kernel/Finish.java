package dev.lamina.backend.cpu.kernel;

/** What is done with stretches of a result while they are still in the first-level cache. */
@FunctionalInterface
interface Finish {
    Finish NOTHING = (element, length) -> {};

    /** Elements counted from the beginning of the result, whole vectors of one block of channels. */
    void apply(long element, int length);
}
