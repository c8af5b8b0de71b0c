package dev.lamina.ui.run;

import java.util.Set;

/** Where a training stands as the window sees it; changes only as {@link #next} allows. */
public enum RunState {
    /** Nothing was started yet, or the last failure was put away. */
    IDLE,
    /** Data and network are being prepared; no step was done. */
    STARTING,
    RUNNING,
    /** Waits between two steps. */
    PAUSED,
    /** Was asked to stop and has not yet written its checkpoint. */
    STOPPING,
    /** Ended on request; can go on from its checkpoint. */
    STOPPED,
    FINISHED,
    /** Could not go on; can go on from its last checkpoint if it has one. */
    FAILED;

    /** The states that may follow. */
    public Set<RunState> next() {
        return switch (this) {
            case IDLE, STOPPED, FINISHED -> Set.of(STARTING);
            // A failure is put away once it was seen.
            case FAILED -> Set.of(STARTING, IDLE);
            case STARTING -> Set.of(RUNNING, STOPPING, FAILED);
            case RUNNING -> Set.of(PAUSED, STOPPING, STOPPED, FINISHED, FAILED);
            case PAUSED -> Set.of(RUNNING, STOPPING, STOPPED, FINISHED, FAILED);
            case STOPPING -> Set.of(STOPPED, FINISHED, FAILED);
        };
    }

    /**
     * The given state.
     *
     * @throws IllegalStateException if it may not follow this one
     */
    RunState to(RunState following) {
        if (!next().contains(following)) {
            throw new IllegalStateException("a run that is " + this + " cannot become " + following);
        }
        return following;
    }

    /** Whether a training thread is at work or waiting. */
    public boolean active() {
        return switch (this) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case IDLE, STOPPED, FINISHED, FAILED -> false;
        };
    }
}
