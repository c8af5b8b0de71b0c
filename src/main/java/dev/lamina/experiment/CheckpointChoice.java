package dev.lamina.experiment;

/** Which checkpoint of a run is measured. */
public enum CheckpointChoice {
    /** The best by validation accuracy; the last where the run has no validation part. */
    BEST,
    LAST
}
