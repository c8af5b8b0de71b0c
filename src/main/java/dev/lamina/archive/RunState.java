package dev.lamina.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** Where a run stands; changes only as {@link #next} allows. */
public enum RunState {
    /** The folder is there, no step was done. */
    @JsonProperty("created")
    CREATED,
    /** Training, or ended without a word: the machine went down. */
    @JsonProperty("running")
    RUNNING,
    /** Stopped on request; can be resumed. */
    @JsonProperty("stopped")
    STOPPED,
    /** Every epoch done, or ended early by its own rule. */
    @JsonProperty("finished")
    FINISHED,
    /** Could not go on; can be resumed from its last checkpoint. */
    @JsonProperty("failed")
    FAILED;

    /** The states that may follow. */
    public Set<RunState> next() {
        return switch (this) {
            case CREATED -> Set.of(RUNNING, FAILED);
            case RUNNING -> Set.of(RUNNING, STOPPED, FINISHED, FAILED);
            case STOPPED, FAILED -> Set.of(RUNNING);
            case FINISHED -> Set.of();
        };
    }

    /**
     * The given state.
     *
     * @throws IllegalStateException if it may not follow this one
     */
    public RunState to(RunState following) {
        if (!next().contains(following)) {
            throw new IllegalStateException("a run that is " + this + " cannot become " + following);
        }
        return following;
    }
}
