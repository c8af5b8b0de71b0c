package dev.lamina.experiment;

import dev.lamina.train.Progress;

/**
 * progress.json of a checkpoint. Everything random follows from the seed, the epoch and the step, so these are the
 * state of the random number generators too.
 */
record CheckpointRecord(int format, long seed, Progress progress) {
    static final int FORMAT = 1;
}
