package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.graph.edit.AddConnected;
import dev.lamina.graph.edit.AddNode;
import dev.lamina.graph.edit.Box;
import dev.lamina.graph.edit.CardSize;
import dev.lamina.graph.edit.Edit;
import dev.lamina.graph.edit.SpliceNode;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * From the palette onto the canvas: dropped on a wire a node is spliced in, elsewhere it stands alone; added by keyboard it
 * comes behind the selected node. Made of plain mouse events, which work wherever a mouse does.
 */
final class PaletteDrag implements Palette.Actions {
    private static final double SPLICE_REACH = 26;

    private final NetworkCanvas canvas;
    private final Pane overlay;
    private final Label ghost = new Label();
    private boolean held;

    /** @param overlay lies over palette and canvas */
    PaletteDrag(NetworkCanvas canvas, Pane overlay) {
        this.canvas = canvas;
        this.overlay = overlay;
        ghost.getStyleClass().add("palette-ghost");
        ghost.setMouseTransparent(true);
    }

    @Override
    public void drag(PaletteEntry entry, double sceneX, double sceneY) {
        if (!held) {
            held = true;
            ghost.setText(entry.name(canvas.phrases()));
            ghost.setGraphic(entry.glyph());
            ghost.getStyleClass().removeIf(style -> style.startsWith("kind-"));
            ghost.getStyleClass().add(entry.kind().styleClass());
            overlay.getChildren().add(ghost);
        }
        Point2D at = overlay.sceneToLocal(sceneX, sceneY);
        ghost.relocate(at.getX() + 10, at.getY() + 8);
        canvas.mark(isOverCanvas(sceneX, sceneY) ? wire(entry, sceneX, sceneY).orElse(null) : null);
    }

    @Override
    public void drop(PaletteEntry entry, double sceneX, double sceneY) {
        if (!held) {
            return;
        }
        held = false;
        overlay.getChildren().remove(ghost);
        canvas.mark(null);
        if (!isOverCanvas(sceneX, sceneY)) {
            return;
        }
        Node node = entry.node(canvas.document().drawing());
        Point2D at = canvas.toWorld(sceneX, sceneY);
        Position place =
                new Position(Math.rint(at.getX() - CardSize.WIDTH / 2), Math.rint(at.getY() - CardSize.HEIGHT / 2));
        Optional<WireView> wire = wire(entry, sceneX, sceneY);
        Edit edit =
                wire.isPresent() ? new SpliceNode(node, place, wire.get().wire().edge()) : new AddNode(node, place);
        add(node, edit);
    }

    @Override
    public void add(PaletteEntry entry) {
        Node node = entry.node(canvas.document().drawing());
        Optional<String> upstream = canvas.selection().last();
        Position place = upstream.flatMap(id ->
                        Optional.ofNullable(canvas.content().shown().cards().get(id)))
                .map(box -> free(new Position(box.right() + CardSize.GAP_X, box.y())))
                .orElseGet(this::middle);
        Edit behind = new AddConnected(node, place, upstream.orElse(""));
        boolean fits = canvas.document().refusal(behind).isEmpty();
        add(node, fits ? behind : new AddNode(node, place));
        canvas.reveal(node.id());
    }

    private void add(Node node, Edit edit) {
        if (canvas.apply(edit)) {
            canvas.document().endGesture();
            canvas.selection().set(List.of(node.id()));
        }
    }

    private Position middle() {
        Point2D at = canvas.viewport().toWorld(canvas.getWidth() / 2, canvas.getHeight() / 2);
        return free(
                new Position(Math.rint(at.getX() - CardSize.WIDTH / 2), Math.rint(at.getY() - CardSize.HEIGHT / 2)));
    }

    /** Further down until nothing is covered. */
    private Position free(Position wished) {
        Position place = wished;
        while (covers(Box.card(place))) {
            place = place.plus(0, CardSize.HEIGHT + CardSize.GAP_Y);
        }
        return place;
    }

    private boolean covers(Box card) {
        return canvas.content().shown().cards().values().stream().anyMatch(card::intersects);
    }

    private Optional<WireView> wire(PaletteEntry entry, double sceneX, double sceneY) {
        if (entry.kind() == Kind.INPUT || entry.kind() == Kind.HEAD) {
            return Optional.empty();
        }
        Point2D at = canvas.toWorld(sceneX, sceneY);
        return canvas.content().wireAt(at.getX(), at.getY(), SPLICE_REACH);
    }

    private boolean isOverCanvas(double sceneX, double sceneY) {
        Parent parent = canvas.getParent();
        return parent != null && canvas.contains(canvas.sceneToLocal(sceneX, sceneY));
    }
}
