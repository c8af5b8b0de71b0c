package dev.lamina.ui.app;

import java.nio.file.Path;
import java.util.Optional;

/** What the window asks a person; tests answer instead. FX thread. */
public interface Dialogs {
    /** Whether to save before something is closed. */
    enum Closing {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** An experiment to open. */
    Optional<Path> fileToOpen();

    /** Where to save an experiment. */
    Optional<Path> fileToSave(String suggestedName);

    /** A folder that holds a data set. */
    Optional<Path> folderOfData(String dataSet);

    /** What to do with changes that no file holds. */
    Closing unsavedChanges(String name);

    /** Whether to stop a run that goes on. */
    Closing runGoesOn();

    /** Shows a folder in the system's file manager. */
    void show(Path folder);

    /** Says what went wrong. */
    void failed(String message);
}
