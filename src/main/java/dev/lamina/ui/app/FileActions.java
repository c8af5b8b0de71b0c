package dev.lamina.ui.app;

import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** New, open, save, save as, close. */
final class FileActions {
    private final ReadOnlyObjectProperty<Optional<ExperimentDocument>> shown;
    private final Dialogs dialogs;
    private final Consumer<Path> saved;
    private final Runnable answered;
    private final Action start;
    private final Action open;
    private final Action save;
    private final Action saveAs;

    /**
     * @param opened called with the file to open
     * @param left called when the experiment may be closed
     * @param saved called with the file that holds the experiment now
     * @param answered called when changes are saved, or not wanted
     */
    FileActions(
            ReadOnlyObjectProperty<Optional<ExperimentDocument>> shown,
            Dialogs dialogs,
            Consumer<Path> opened,
            Runnable left,
            Consumer<Path> saved,
            Runnable answered) {
        this.shown = shown;
        this.dialogs = dialogs;
        this.saved = saved;
        this.answered = answered;
        BooleanBinding none = Bindings.createBooleanBinding(() -> shown.get().isEmpty(), shown);
        start = Action.of("new", Material2OutlinedMZ.NOTE_ADD, "Shortcut+N", () -> {
            if (mayLeave()) {
                left.run();
            }
        });
        open = Action.of(
                "open",
                Material2OutlinedAL.FOLDER_OPEN,
                "Shortcut+O",
                () -> dialogs.fileToOpen().ifPresent(opened));
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

    /** Asks what to do with changes; false if the person wants to stay. */
    boolean mayLeave() {
        ExperimentDocument document = shown.get().orElse(null);
        if (document == null || !document.changedProperty().get()) {
            return true;
        }
        boolean leaving = switch (dialogs.unsavedChanges(document.config().name())) {
            case SAVE -> save();
            case DISCARD -> true;
            case CANCEL -> false;
        };
        if (leaving) {
            answered.run();
        }
        return leaving;
    }

    /** Whether it was saved. */
    private boolean save() {
        ExperimentDocument document = shown.get().orElse(null);
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
        ExperimentDocument document = shown.get().orElse(null);
        return document != null
                && dialogs.fileToSave(document.config().name() + ".json")
                        .filter(file -> saveTo(document, file))
                        .isPresent();
    }

    private boolean saveTo(ExperimentDocument document, Path file) {
        try {
            document.save(file);
            saved.accept(file);
            return true;
        } catch (BadInputException e) {
            dialogs.failed(e.problem());
            return false;
        }
    }
}
