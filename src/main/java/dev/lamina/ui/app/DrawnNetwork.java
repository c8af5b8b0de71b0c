package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.graph.Position;
import dev.lamina.graph.edit.AutoLayout;
import dev.lamina.graph.edit.BlockClosing;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.tensor.Shape;
import dev.lamina.ui.editor.EditorPane;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The network of the open experiment in the editor. What is drawn becomes the configuration's network; a configuration
 * that gets another network elsewhere, as in the JSON tab, is drawn anew. A preset stays one until it is changed.
 */
final class DrawnNetwork extends StackPane {
    private final Texts texts;
    private final ExperimentDocument document;
    private @Nullable NetworkDocument network;
    private @Nullable EditorPane editor;
    private final ObservableList<Node> tools = FXCollections.observableArrayList();
    private Map<String, Position> placed = Map.of();
    private boolean taking;

    DrawnNetwork(Texts texts, ExperimentDocument document) {
        this.texts = texts;
        this.document = document;
        Label waiting = new Label();
        waiting.textProperty().bind(texts.of("canvas.waiting"));
        getChildren().add(waiting);
    }

    /** What can be done with the canvas, for the tool bar; empty until the network is drawn. */
    ObservableList<Node> tools() {
        return tools;
    }

    /** Selects a node and brings it into sight. */
    void select(String nodeId) {
        if (editor != null) {
            editor.select(nodeId);
        }
    }

    /** Puts a Flatten into the wire that enters a node. */
    void flattenBefore(String nodeId) {
        if (editor != null) {
            editor.flattenBefore(nodeId);
        }
    }

    /** Draws the network for the data it is trained on; without known data it stays as it is. */
    void show(Readiness readiness) {
        if (readiness.inputShape().isEmpty()) {
            return;
        }
        taking = true;
        try {
            take(document.config(), readiness.inputShape().get(), readiness.classes());
            if (editor != null) {
                editor.setUnserved(readiness.unserved());
            }
        } finally {
            taking = false;
        }
    }

    private void take(ExperimentConfig config, Shape shape, int classes) {
        NetworkDocument shown = network;
        if (shown == null) {
            shown = new NetworkDocument(drawing(config, shape, classes), document.history());
            network = shown;
            EditorPane pane = new EditorPane(shown, texts);
            editor = pane;
            getChildren().setAll(pane);
            Bindings.bindContent(tools, pane.tools());
            shown.listen(this::drawn);
        } else if (!BlockClosing.closeUnchanged(shown.drawing()).graph().equals(config.networkGraph())) {
            shown.adopt(drawing(config, shape, classes));
        } else if (!shown.drawing().exampleShape().equals(shape)
                || shown.drawing().classes() != classes) {
            shown.adoptExamples(shape, classes);
        }
        placed = BlockClosing.closeUnchanged(shown.drawing()).positions();
        EditorPane pane = editor;
        if (pane != null) {
            pane.setTraining(config.training().batchSize(), config.training().optimizer());
        }
    }

    private static Drawing drawing(ExperimentConfig config, Shape shape, int classes) {
        return AutoLayout.of(config.networkGraph(), config.network().positions(), shape, classes);
    }

    /** Takes a change of the drawing; moving the nodes of a preset does not make a graph of it. */
    private void drawn(DocumentState state) {
        Drawing closed = BlockClosing.closeUnchanged(state.drawing());
        boolean moved = !closed.positions().equals(placed);
        placed = closed.positions();
        if (taking || document.history().restoring()) {
            return;
        }
        ExperimentConfig config = document.config();
        boolean changed = !closed.graph().equals(config.networkGraph());
        if (changed || (moved && config.network().graph() != null)) {
            document.setNetwork(closed.graph(), closed.positions());
        }
    }
}
