package dev.lamina.train;

/** Where a {@link Trainer} stands; its comment draws what follows what. */
sealed interface TrainingState {
    /** At an epoch's beginning, or where it was broken off; its stage may have to begin first. */
    record Entering(Progress progress) implements TrainingState {}

    /** Between two steps of an epoch. */
    record Stepping(Progress progress, EpochBatches batches) implements TrainingState {}

    /** All steps of an epoch are done. */
    record Measuring(Progress progress) implements TrainingState {}

    /** Nothing follows. */
    record Ended(TrainingOutcome outcome) implements TrainingState {}
}
