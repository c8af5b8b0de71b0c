package dev.lamina.ui.editor;

import dev.lamina.graph.edit.AlignNodes;
import dev.lamina.graph.edit.AutoArrange;
import dev.lamina.graph.edit.CloseInPlace;
import dev.lamina.graph.edit.Disconnect;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.DuplicateNodes;
import dev.lamina.graph.edit.Edit;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.graph.edit.OpenInPlace;
import dev.lamina.graph.edit.RemoveNodes;
import dev.lamina.ui.fx.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Everything that is done by button, menu and key, once. */
final class EditorCommands {
    private final NetworkDocument document;
    private final NetworkCanvas canvas;
    private final NodeClipboard clipboard;
    private final SimpleBooleanProperty nothingToUndo = new SimpleBooleanProperty();
    private final SimpleBooleanProperty nothingToRedo = new SimpleBooleanProperty();
    private final SimpleBooleanProperty nothingSelected = new SimpleBooleanProperty();
    private final SimpleBooleanProperty noNodes = new SimpleBooleanProperty();
    private final SimpleBooleanProperty notSeveral = new SimpleBooleanProperty();
    final Action undo;
    final Action redo;
    final Action cut;
    final Action copy;
    final Action paste;
    final Action duplicate;
    final Action remove;
    final Action removeClosing;
    final Action selectAll;
    final Action openOrClose;
    final Action arrange;
    final Action fit;
    final Action zoomIn;
    final Action zoomOut;
    final List<Action> alignments = new ArrayList<>();

    EditorCommands(NetworkCanvas canvas, NodeClipboard clipboard) {
        this.canvas = canvas;
        this.document = canvas.document();
        this.clipboard = clipboard;
        undo = Action.of("undo", Material2MZ.UNDO, "Shortcut+Z", document::undo).disabledBy(nothingToUndo);
        redo = Action.of("redo", Material2MZ.REDO, "Shortcut+Shift+Z", document::redo)
                .disabledBy(nothingToRedo);
        cut = selected("cut", Material2AL.CONTENT_CUT, "Shortcut+X", this::cut);
        copy = selected(
                "copy", Material2AL.CONTENT_COPY, "Shortcut+C", () -> clipboard.copy(document.drawing(), ids()));
        paste = Action.of("paste", Material2AL.CONTENT_PASTE, "Shortcut+V", this::paste);
        duplicate = selected("duplicate", Material2AL.CONTROL_POINT_DUPLICATE, "Shortcut+D", this::duplicate);
        remove = Action.of("remove", Material2AL.DELETE, "Delete", () -> remove(RemoveNodes.Gap.LEFT_OPEN))
                .disabledBy(nothingSelected);
        removeClosing = selected(
                "removeClosing", Material2AL.DELETE_OUTLINE, "Shortcut+Delete", () -> remove(RemoveNodes.Gap.CLOSED));
        selectAll = Action.of("selectAll", Material2MZ.SELECT_ALL, "Shortcut+A", this::selectAll);
        openOrClose = selected("openOrClose", Material2MZ.UNFOLD_MORE, "Enter", this::openOrClose);
        arrange = Action.of("arrange", Material2AL.ACCOUNT_TREE, "Shortcut+L", () -> {
            canvas.apply(new AutoArrange());
            canvas.fit();
        });
        fit = Action.of("fit", Material2MZ.ZOOM_OUT_MAP, "F", canvas::fit);
        zoomIn = Action.of("zoomIn", Material2MZ.ZOOM_IN, "Shortcut+Equals", () -> zoom(1.25));
        zoomOut = Action.of("zoomOut", Material2MZ.ZOOM_OUT, "Shortcut+Minus", () -> zoom(0.8));
        align("alignRow", Material2AL.ALIGN_VERTICAL_CENTER, "Alt+R", AlignNodes.Alignment.ROW);
        align("alignColumn", Material2AL.ALIGN_HORIZONTAL_CENTER, "Alt+C", AlignNodes.Alignment.COLUMN);
        align("spreadAcross", Material2AL.HORIZONTAL_DISTRIBUTE, "Alt+H", AlignNodes.Alignment.EQUAL_SPACES_ACROSS);
        align("spreadDown", Material2MZ.VERTICAL_DISTRIBUTE, "Alt+V", AlignNodes.Alignment.EQUAL_SPACES_DOWN);
        document.listen(this::follow);
        canvas.selection().listen(this::followSelection);
        followSelection();
    }

    private Action selected(String key, org.kordamp.ikonli.Ikon icon, String keys, Runnable work) {
        return Action.of(key, icon, keys, work).disabledBy(noNodes);
    }

    private void align(String key, org.kordamp.ikonli.Ikon icon, String keys, AlignNodes.Alignment alignment) {
        alignments.add(Action.of(key, icon, keys, () -> canvas.apply(new AlignNodes(ids(), alignment)))
                .disabledBy(notSeveral));
    }

    private void follow(DocumentState state) {
        nothingToUndo.set(state.undoNames().isEmpty());
        nothingToRedo.set(state.redoNames().isEmpty());
    }

    private void followSelection() {
        Selection selection = canvas.selection();
        noNodes.set(selection.ids().isEmpty());
        notSeveral.set(selection.ids().size() < 2);
        nothingSelected.set(selection.ids().isEmpty() && selection.edge().isEmpty());
    }

    private Set<String> ids() {
        return canvas.selection().ids();
    }

    private void cut() {
        clipboard.copy(document.drawing(), ids());
        remove(RemoveNodes.Gap.LEFT_OPEN);
    }

    private void paste() {
        clipboard.paste(canvas);
    }

    private void duplicate() {
        Edit edit = new DuplicateNodes(ids());
        List<String> before = nodeIds();
        canvas.apply(edit);
        selectNew(before);
    }

    void selectNew(List<String> before) {
        List<String> added = new ArrayList<>(nodeIds());
        added.removeAll(before);
        canvas.selection().set(added);
    }

    private List<String> nodeIds() {
        return document.drawing().graph().nodes().stream()
                .map(node -> node.id())
                .toList();
    }

    private void remove(RemoveNodes.Gap gap) {
        canvas.selection().edge().ifPresent(edge -> canvas.apply(new Disconnect(edge)));
        if (!ids().isEmpty()) {
            canvas.apply(new RemoveNodes(ids(), gap));
        }
    }

    private void selectAll() {
        canvas.selection().set(canvas.content().shown().cards().keySet());
    }

    /** Opens the selected block; of a selection inside an opened block, closes that. */
    private void openOrClose() {
        canvas.selection().last().ifPresent(id -> {
            boolean unfolded = canvas.content().frame(id).isPresent();
            boolean expandable = canvas.content()
                    .card(id)
                    .flatMap(NodeCard::text)
                    .filter(CardText::expandable)
                    .isPresent();
            if (unfolded) {
                canvas.apply(new CloseInPlace(id));
            } else if (expandable) {
                canvas.apply(new OpenInPlace(id));
                canvas.selection().set(List.of(id));
            } else {
                document.drawing().enclosing(id).ifPresent(frame -> canvas.apply(new CloseInPlace(frame)));
            }
        });
    }

    private void zoom(double factor) {
        canvas.viewport().zoomAt(factor, canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>(List.of(
                undo,
                redo,
                cut,
                copy,
                paste,
                duplicate,
                remove,
                removeClosing,
                selectAll,
                openOrClose,
                arrange,
                fit,
                zoomIn,
                zoomOut));
        all.addAll(alignments);
        return all;
    }

    /** Does what a key stands for. */
    void key(KeyEvent event) {
        for (Action action : all()) {
            if (action.keys().match(event)) {
                run(action);
                event.consume();
                return;
            }
        }
        if (event.getCode() == KeyCode.BACK_SPACE) {
            run(remove);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Y) {
            run(redo);
            event.consume();
        }
    }

    private static void run(Action action) {
        if (!action.disabled().get()) {
            action.work().run();
        }
    }
}
