package dev.lamina.ui.app;

import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** New, open, save, save as, close. */
final class FileActions {
    private final Workbench workbench;
    private final Dialogs dialogs;
    private final Action start;
    private final Action open;
    private final Action save;
    private final Action saveAs;

    FileActions(Workbench workbench, Dialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        BooleanBinding none = Bindings.createBooleanBinding(
                () -> workbench.documentProperty().get().isEmpty(), workbench.documentProperty());
        start = Action.of("new", Material2OutlinedMZ.NOTE_ADD, "Shortcut+N", this::leave);
        open = Action.of(
                "open",
                Material2OutlinedAL.FOLDER_OPEN,
                "Shortcut+O",
                () -> dialogs.fileToOpen().ifPresent(workbench::open));
        save = Action.of("save", Material2OutlinedMZ.SAVE, "Shortcut+S", () -> save())
                .disabledBy(none);
        saveAs = Action.of("saveAs", Material2OutlinedMZ.SAVE, "Shortcut+Shift+S", () -> saveAs())
                .disabledBy(none);
    }

    Action open() {
        return open;
    }

    List<Action> all() {
        return List.of(start, open, save, saveAs);
    }

    private void leave() {
        if (mayLeave()) {
            workbench.showStart();
        }
    }

    /** Asks what to do with changes; false if the person wants to stay. */
    boolean mayLeave() {
        ExperimentDocument document = workbench.documentProperty().get().orElse(null);
        if (document == null || !document.changedProperty().get()) {
            return true;
        }
        boolean leaving = switch (dialogs.unsavedChanges(document.config().name())) {
            case SAVE -> save();
            case DISCARD -> true;
            case CANCEL -> false;
        };
        if (leaving) {
            workbench.answered();
        }
        return leaving;
    }

    /** Whether it was saved. */
    private boolean save() {
        ExperimentDocument document = workbench.documentProperty().get().orElse(null);
        if (document == null) {
            return false;
        }
        Optional<Path> file = document.fileProperty().get();
        return file.isPresent() ? saveOver(document, file.get()) : saveAs();
    }

    /** Asks first where someone else changed the file. */
    private boolean saveOver(ExperimentDocument document, Path file) {
        Dialogs.Overwriting answer = switch (document.changeOutside()) {
            case NONE -> Dialogs.Overwriting.OVERWRITE;
            case CHANGED -> dialogs.changedOutside(file);
            case GONE -> dialogs.deletedOutside(file);
        };
        return switch (answer) {
            case OVERWRITE -> saveTo(document, file);
            case ELSEWHERE -> saveAs();
            case CANCEL -> false;
        };
    }

    private boolean saveAs() {
        ExperimentDocument document = workbench.documentProperty().get().orElse(null);
        return document != null
                && dialogs.fileToSave(document.config().name() + ".json")
                        .filter(file -> saveTo(document, file))
                        .isPresent();
    }

    private boolean saveTo(ExperimentDocument document, Path file) {
        try {
            document.save(file);
            workbench.remember(file);
            return true;
        } catch (BadInputException e) {
            dialogs.failed(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
