package dev.lamina.ui.run;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;

/** A line in the list of runs: a run, or the head of a sweep's. */
public sealed interface RunRow permits RunEntry, SweepEntry {
    Path folder();

    ObjectProperty<RunState> stateProperty();

    /** Whether one can go on with it. */
    default boolean resumable() {
        RunState state = stateProperty().get();
        return state == RunState.STOPPED || state == RunState.FAILED;
    }
}
