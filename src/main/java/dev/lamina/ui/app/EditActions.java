package dev.lamina.ui.app;

import dev.lamina.graph.edit.History;
import dev.lamina.graph.edit.StepName;
import dev.lamina.ui.editor.StepWords;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Undo and redo of everything that was done to the open experiment, with the names of the steps. */
final class EditActions {
    private static final int MOST_STEPS = 20;

    private final Texts texts;
    private final StepWords words;
    private final ReadOnlyObjectProperty<Optional<ExperimentDocument>> document;
    private final SimpleObjectProperty<Optional<StepName>> toUndo = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Optional<StepName>> toRedo = new SimpleObjectProperty<>(Optional.empty());
    private final Action undo;
    private final Action redo;
    private final MenuButton undoList = new MenuButton();

    EditActions(Texts texts, ReadOnlyObjectProperty<Optional<ExperimentDocument>> document) {
        this.texts = texts;
        this.words = new StepWords(texts);
        this.document = document;
        undo = Action.of("undo", Material2OutlinedMZ.UNDO, "Shortcut+Z", () -> on(History::undo))
                .disabledBy(Bindings.createBooleanBinding(() -> toUndo.get().isEmpty(), toUndo));
        redo = Action.of("redo", Material2OutlinedMZ.REDO, "Shortcut+Shift+Z", () -> on(History::redo))
                .disabledBy(Bindings.createBooleanBinding(() -> toRedo.get().isEmpty(), toRedo));
        document.addListener((_, _, opened) -> {
            opened.ifPresent(shown -> shown.history().listen(_ -> follow()));
            follow();
        });
        undoList.setId("undo-list");
        undoList.getStyleClass().addAll("button-icon", "flat", "undo-list");
        undoList.accessibleTextProperty().bind(texts.of("undoList.tip"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("undoList.tip"));
        undoList.setTooltip(tip);
        texts.languageProperty().addListener(_ -> follow());
        follow();
    }

    /** The other key for redo that people know, besides the menu's. */
    void alsoByKeyIn(Node window) {
        KeyCombination key = KeyCombination.keyCombination("Shortcut+Y");
        window.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.getAccelerators().put(key, () -> on(History::redo));
            }
        });
    }

    private void on(Consumer<History> work) {
        document.get().map(ExperimentDocument::history).ifPresent(work);
    }

    private void follow() {
        toUndo.set(latest(History::undoNames));
        toRedo.set(latest(History::redoNames));
        List<StepName> names = names(History::undoNames);
        undoList.setDisable(names.isEmpty());
        undoList.getItems().clear();
        for (int i = 0; i < Math.min(MOST_STEPS, names.size()); i++) {
            int steps = i + 1;
            MenuItem item = new MenuItem(words.of(names.get(i)));
            item.setOnAction(_ -> on(history -> IntStream.range(0, steps).forEach(_ -> history.undo())));
            undoList.getItems().add(item);
        }
    }

    private Optional<StepName> latest(Function<History, List<StepName>> names) {
        return names(names).stream().findFirst();
    }

    private List<StepName> names(Function<History, List<StepName>> names) {
        return document.get().map(ExperimentDocument::history).map(names).orElse(List.of());
    }

    /** Undo, the steps one can go back to by name, redo. */
    List<Node> buttons() {
        return List.of(undo.button(texts), undoList, redo.button(texts));
    }

    /** "Undo: set learning rate", and the same for redo. */
    List<MenuItem> menuItems() {
        return List.of(item(undo, toUndo), item(redo, toRedo));
    }

    private MenuItem item(Action action, SimpleObjectProperty<Optional<StepName>> step) {
        MenuItem item = action.menuItem(texts);
        item.setId("menu-" + action.key());
        item.textProperty().unbind();
        Runnable name = () -> item.setText(step.get()
                .map(what -> texts.get(action.key() + ".what", words.of(what)))
                .orElseGet(() -> texts.get(action.key())));
        step.addListener(_ -> name.run());
        texts.languageProperty().addListener(_ -> name.run());
        name.run();
        return item;
    }
}
