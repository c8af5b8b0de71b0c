package dev.lamina.graph.edit;

import java.util.Optional;

/** Something a person did to a document, as the undo menu names it. */
public interface Change {
    /** How it stands in the undo menu. */
    StepName name();

    /** This change and the one that follows as one step, where the two are one gesture to a person. */
    default Optional<Change> mergedWith(Change next) {
        return Optional.empty();
    }
}
