package dev.lamina.ui.app;

import dev.lamina.message.Message;
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

    /** What to do with a file that is no longer as this window knows it. */
    enum Overwriting {
        OVERWRITE,
        ELSEWHERE,
        CANCEL
    }

    /** An experiment to open. */
    Optional<Path> fileToOpen();

    /** Where to save an experiment. */
    Optional<Path> fileToSave(String suggestedName);

    /** A folder that holds a data set. */
    Optional<Path> folderOfData(String dataSet);

    /** A folder that new runs are to go into. */
    Optional<Path> folderOfRuns();

    /** What to do with changes that no file holds. */
    Closing unsavedChanges(String name);

    /** Whether to save over a file that someone else has changed. */
    Overwriting changedOutside(Path file);

    /** Whether to save again in a file that someone else has deleted. */
    Overwriting deletedOutside(Path file);

    /** Whether to delete for ever what was not saved when the program ended. */
    Closing discardCopy(String name);

    /** Whether to stop a run that goes on. */
    Closing runGoesOn();

    /** Shows a folder in the system's file manager. */
    void show(Path folder);

    /** Opens an address outside the program. */
    void browse(String address);

    /** Says what went wrong. */
    void failed(Message message);

    /** Says what the program is and where its log stands. */
    void about(String text);

    /** Shows a text that is too long for a message. */
    void read(String title, String text);

    /** Hands a text to the clipboard. */
    void copy(String text);
}
