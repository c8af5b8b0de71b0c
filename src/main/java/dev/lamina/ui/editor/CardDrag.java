package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.graph.edit.CloseInPlace;
import dev.lamina.graph.edit.MoveNodes;
import dev.lamina.graph.edit.OpenInPlace;
import dev.lamina.graph.edit.SpliceNode;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Selecting, moving and opening cards and frames with the mouse; a lone node dropped on a wire is spliced into it. */
final class CardDrag {
    private static final double THRESHOLD = 4;
    private static final double SPLICE_REACH = 26;

    private final NetworkCanvas canvas;
    private double startX;
    private double startY;
    private boolean pressed;
    private boolean moving;
    private boolean collapseOnRelease;

    CardDrag(NetworkCanvas canvas) {
        this.canvas = canvas;
    }

    void attach() {
        canvas.content().onNewCard(this::attach);
        canvas.content().onNewFrame(this::attach);
    }

    private void attach(NodeCard card) {
        card.setOnMousePressed(event -> press(event, card.cardId()));
        card.setOnMouseDragged(this::drag);
        card.setOnMouseReleased(event -> release(event, card.cardId()));
        card.expandButton().setOnAction(_ -> canvas.apply(new OpenInPlace(card.cardId())));
        card.setOnMouseClicked(event -> {
            boolean expandable = card.text().filter(CardText::expandable).isPresent();
            if (event.getClickCount() == 2 && expandable) {
                canvas.apply(new OpenInPlace(card.cardId()));
            }
            event.consume();
        });
    }

    private void attach(FrameView frame) {
        frame.title().setOnMousePressed(event -> press(event, frame.blockId()));
        frame.title().setOnMouseDragged(this::drag);
        frame.title().setOnMouseReleased(event -> release(event, frame.blockId()));
        frame.closeButton().setOnAction(_ -> canvas.apply(new CloseInPlace(frame.blockId())));
    }

    private void press(MouseEvent event, String id) {
        if (event.getButton() == MouseButton.MIDDLE || event.isAltDown()) {
            return;
        }
        canvas.requestFocus();
        canvas.hint().hide();
        Selection selection = canvas.selection();
        collapseOnRelease = false;
        if (event.isShiftDown() || event.isShortcutDown()) {
            selection.toggle(id);
        } else if (!selection.contains(id)) {
            selection.set(List.of(id));
        } else {
            collapseOnRelease = event.getButton() == MouseButton.PRIMARY;
        }
        canvas.content().card(id).ifPresent(NodeCard::toFront);
        startX = event.getSceneX();
        startY = event.getSceneY();
        pressed = event.getButton() == MouseButton.PRIMARY;
        moving = false;
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (!pressed) {
            return;
        }
        double dx = event.getSceneX() - startX;
        double dy = event.getSceneY() - startY;
        moving |= Math.hypot(dx, dy) >= THRESHOLD;
        if (moving) {
            double zoom = canvas.viewport().zoom();
            canvas.content().shift(canvas.selection().ids(), Math.rint(dx / zoom), Math.rint(dy / zoom));
            canvas.mark(loneNode().flatMap(_ -> wireUnder(event)).orElse(null));
        }
        event.consume();
    }

    private void release(MouseEvent event, String id) {
        if (!pressed) {
            return;
        }
        pressed = false;
        WireView over = canvas.mark(null);
        if (moving) {
            double dx =
                    Math.rint((event.getSceneX() - startX) / canvas.viewport().zoom());
            double dy =
                    Math.rint((event.getSceneY() - startY) / canvas.viewport().zoom());
            Optional<Node> lone = loneNode();
            boolean done = (lone.isPresent() && over != null)
                    ? canvas.apply(new SpliceNode(
                            lone.get(),
                            canvas.document().drawing().position(id).plus(dx, dy),
                            over.wire().edge()))
                    : canvas.apply(new MoveNodes(canvas.selection().ids(), dx, dy));
            canvas.document().endGesture();
            if (!done) {
                canvas.content().shift(canvas.selection().ids(), 0, 0);
            }
        } else if (collapseOnRelease) {
            canvas.selection().set(List.of(id));
        }
        event.consume();
    }

    /** The one selected node, if nothing is connected to it. */
    private Optional<Node> loneNode() {
        return canvas.selection()
                .single()
                .filter(id -> canvas.document().drawing().graph().edges().stream()
                        .noneMatch(e -> e.from().equals(id) || e.to().equals(id)))
                .flatMap(id -> canvas.document().drawing().node(id))
                .filter(node -> node instanceof Node.OfLayer || node instanceof Node.OfBlock);
    }

    private Optional<WireView> wireUnder(MouseEvent event) {
        Point2D at = canvas.toWorld(event.getSceneX(), event.getSceneY());
        return canvas.content().wireAt(at.getX(), at.getY(), SPLICE_REACH);
    }
}
