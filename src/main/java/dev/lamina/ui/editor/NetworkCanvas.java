package dev.lamina.ui.editor;

import dev.lamina.graph.Edge;
import dev.lamina.graph.edit.Box;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.Edit;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.graph.edit.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The canvas on which the network is drawn: a viewport over cards, frames and wires, and what a mouse does there. */
final class NetworkCanvas extends Pane {
    private static final double MARGIN = 20;

    private final NetworkDocument document;
    private final Phrases phrases;
    private final Selection selection;
    private final Viewport viewport = new Viewport();
    private final CanvasContent content;
    private final CanvasHint hint = new CanvasHint();
    private final Rectangle marquee = new Rectangle();
    private final Label empty = new Label();
    private @Nullable WireView target;

    NetworkCanvas(NetworkDocument document, Phrases phrases, Selection selection) {
        this.document = document;
        this.phrases = phrases;
        this.selection = selection;
        setId("canvas");
        getStyleClass().add("network-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        content = new CanvasContent(
                phrases,
                wire -> wire.setOnMousePressed(event -> {
                    requestFocus();
                    selection.set(wire.wire().edge());
                    event.consume();
                }));
        viewport.show(content.world());
        viewport.zoomProperty().addListener(_ -> content.setDetail(Detail.at(viewport.zoom())));
        marquee.getStyleClass().add("marquee");
        marquee.setManaged(false);
        marquee.setVisible(false);
        empty.setId("canvas-empty");
        empty.getStyleClass().add("canvas-empty");
        empty.setGraphic(new FontIcon(Material2AL.ACCOUNT_TREE));
        empty.setMouseTransparent(true);
        empty.setWrapText(true);
        getChildren().addAll(empty, content.world(), marquee);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        selection.listen(this::showSelection);
    }

    NetworkDocument document() {
        return document;
    }

    Phrases phrases() {
        return phrases;
    }

    Selection selection() {
        return selection;
    }

    Viewport viewport() {
        return viewport;
    }

    CanvasContent content() {
        return content;
    }

    /** Where the canvas says why something was not done; stands below it. */
    CanvasHint hint() {
        return hint;
    }

    Rectangle marquee() {
        return marquee;
    }

    void show(DocumentState state) {
        content.show(state);
        empty.setText(phrases.get("canvas.empty"));
        empty.setVisible(content.cards().isEmpty());
        selection.retain(state);
        showSelection();
    }

    private void showSelection() {
        content.cards().forEach(card -> card.setSelected(selection.contains(card.cardId())));
        content.frames().forEach(frame -> frame.setSelected(selection.contains(frame.blockId())));
        Optional<Edge> edge = selection.edge();
        content.wires()
                .forEach(wire ->
                        wire.setSelected(edge.filter(wire.wire().edge()::equals).isPresent()));
    }

    /** Does an edit, or says on the canvas why not. */
    boolean apply(Edit edit) {
        Optional<Refusal> refusal = document.apply(edit);
        refusal.ifPresent(reason -> hint.show(phrases.refusal(reason)));
        if (refusal.isEmpty()) {
            hint.hide();
        }
        return refusal.isEmpty();
    }

    /** Marks the wire that what is in the hand would be put into, and returns the one marked before. */
    @Nullable
    WireView mark(@Nullable WireView wire) {
        WireView before = target;
        if (before != null) {
            before.setTarget(false);
        }
        if (wire != null) {
            wire.setTarget(true);
        }
        target = wire;
        return before;
    }

    Point2D toWorld(double sceneX, double sceneY) {
        Point2D local = sceneToLocal(sceneX, sceneY);
        return viewport.toWorld(local.getX(), local.getY());
    }

    /** The whole drawing, as large as it fits. */
    void fit() {
        content.bounds().ifPresent(box -> viewport.fit(box, getWidth(), getHeight()));
    }

    /** Brings a card or a frame into sight without changing the zoom. */
    void reveal(String id) {
        Box visible = viewport.visible(getWidth(), getHeight());
        Box box = content.shown()
                .cards()
                .getOrDefault(id, content.shown().frames().get(id));
        if (box != null && !(visible.contains(box.x(), box.y()) && visible.contains(box.right(), box.bottom()))) {
            viewport.centerOn(box.centerX(), box.centerY(), getWidth(), getHeight());
        }
    }

    void select(String id) {
        selection.set(List.of(id));
        reveal(id);
        requestFocus();
    }

    /** What of a set of nodes is shown by which card; hidden ones by the folded block's. */
    Set<String> selectedNodes() {
        return document.drawing().nodesOf(selection.ids());
    }

    @Override
    protected void layoutChildren() {
        content.world().resize(getWidth(), getHeight());
        double width = Math.min(empty.prefWidth(-1), Math.max(0, getWidth() - 2 * MARGIN));
        double height = Math.min(empty.prefHeight(width), getHeight());
        empty.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 3, width, height);
    }
}
