package dev.lamina.experiment;

import java.util.OptionalInt;

/**
 * A run of a sweep that is to be done.
 *
 * @param number from 1, in the order of the sweep
 * @param untilEpochs where it pauses; its end unless given
 */
record Job(int number, Sweep.Member member, OptionalInt untilEpochs) {}
