package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.graph.edit.Box;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.OpenBlock;
import dev.lamina.graph.edit.Presentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The cards, frames and wires of a drawing. Follows the state, keeping the views of what stays. */
final class CanvasContent {
    private final Pane world = new Pane();
    private final Pane frameLayer = layer();
    private final Pane wireLayer = layer();
    private final Pane cardLayer = layer();
    private final Map<String, NodeCard> cards = new LinkedHashMap<>();
    private final Map<String, FrameView> frames = new LinkedHashMap<>();
    private final Map<Presentation.Wire, WireView> wires = new LinkedHashMap<>();
    private final Phrases phrases;
    private final Consumer<WireView> newWire;
    private Consumer<NodeCard> newCard = _ -> {};
    private Consumer<FrameView> newFrame = _ -> {};
    private Presentation shown = new Presentation(Map.of(), Map.of(), List.of());
    private @Nullable DocumentState state;
    private Detail detail = Detail.WHOLE;

    /** @param newWire called once for each wire, to make it react */
    CanvasContent(Phrases phrases, Consumer<WireView> newWire) {
        this.phrases = phrases;
        this.newWire = newWire;
        world.setManaged(false);
        world.setPickOnBounds(false);
        world.getChildren().addAll(frameLayer, wireLayer, cardLayer);
    }

    private static Pane layer() {
        Pane layer = new Pane();
        layer.setPickOnBounds(false);
        return layer;
    }

    /** Has each card that is still to come made to react. */
    void onNewCard(Consumer<NodeCard> attach) {
        newCard = newCard.andThen(attach);
    }

    void onNewFrame(Consumer<FrameView> attach) {
        newFrame = newFrame.andThen(attach);
    }

    Pane world() {
        return world;
    }

    /** A layer for what is only shown during a gesture. */
    Pane wireLayer() {
        return wireLayer;
    }

    Presentation shown() {
        return shown;
    }

    Collection<NodeCard> cards() {
        return cards.values();
    }

    Optional<NodeCard> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    Collection<FrameView> frames() {
        return frames.values();
    }

    Optional<FrameView> frame(String id) {
        return Optional.ofNullable(frames.get(id));
    }

    Collection<WireView> wires() {
        return wires.values();
    }

    /** The box around everything, nothing for an empty canvas. */
    Optional<Box> bounds() {
        List<Box> boxes = new ArrayList<>(shown.cards().values());
        boxes.addAll(shown.frames().values());
        return Box.around(boxes);
    }

    void show(DocumentState next) {
        state = next;
        shown = Presentation.of(next.drawing());
        showFrames(next);
        showCards(next);
        showWires();
    }

    /** Has every card say as much as can be read. */
    void setDetail(Detail other) {
        detail = other;
        cards.values().forEach(card -> card.setDetail(other));
    }

    private void showFrames(DocumentState next) {
        frames.keySet().removeIf(id -> !shown.frames().containsKey(id));
        shown.frames().forEach((id, box) -> {
            FrameView frame = frames.computeIfAbsent(id, _ -> made(new FrameView(id), newFrame));
            OpenBlock open = Objects.requireNonNull(next.drawing().openBlocks().get(id));
            String label = CardText.localName(id, next.drawing());
            frame.show(Kind.of(open.node()).styleClass(), label, Details.line(open.node(), phrases), box, phrases);
        });
        List<FrameView> order =
                shown.frames().keySet().stream().map(frames::get).toList();
        if (!frameLayer.getChildren().equals(order)) {
            frameLayer.getChildren().setAll(order);
        }
    }

    private void showCards(DocumentState next) {
        cards.entrySet().removeIf(entry -> {
            boolean gone = !shown.cards().containsKey(entry.getKey());
            if (gone) {
                cardLayer.getChildren().remove(entry.getValue());
            }
            return gone;
        });
        shown.cards().forEach((id, box) -> {
            NodeCard card = cards.computeIfAbsent(id, _ -> {
                NodeCard made = made(new NodeCard(id), newCard);
                cardLayer.getChildren().add(made);
                return made;
            });
            Node node = next.drawing().node(id).orElse(null);
            card.show(CardText.of(id, next, phrases), node, phrases);
            card.setDetail(detail);
            card.place(box);
        });
    }

    private void showWires() {
        Set<Presentation.Wire> kept = Set.copyOf(shown.wires());
        wires.entrySet().removeIf(entry -> {
            boolean gone = !kept.contains(entry.getKey());
            if (gone) {
                wireLayer.getChildren().remove(entry.getValue());
            }
            return gone;
        });
        for (Presentation.Wire wire : shown.wires()) {
            wires.computeIfAbsent(wire, _ -> {
                WireView made = made(new WireView(wire), newWire);
                wireLayer.getChildren().add(made);
                return made;
            });
        }
        List<Box> boxes = List.copyOf(shown.cards().values());
        wires.values().forEach(wire -> route(wire, boxes));
    }

    private static <T> T made(T view, Consumer<T> made) {
        made.accept(view);
        return view;
    }

    /** Shows cards and frames shifted from where they are, during a drag. */
    void shift(Set<String> ids, double dx, double dy) {
        if (state == null) {
            return;
        }
        Set<String> moved = new java.util.HashSet<>(state.drawing().nodesOf(ids));
        moved.addAll(ids);
        shown.cards().forEach((id, box) -> {
            if (moved.contains(id)) {
                Objects.requireNonNull(cards.get(id)).relocate(box.x() + dx, box.y() + dy);
            }
        });
        shown.frames().forEach((id, box) -> {
            if (moved.contains(id) || moved.containsAll(state.drawing().nodesOf(Set.of(id)))) {
                Objects.requireNonNull(frames.get(id)).relocate(box.x() + dx, box.y() + dy);
            }
        });
        List<Box> boxes = cards.values().stream().map(NodeCard::box).toList();
        for (WireView wire : wires.values()) {
            if (moved.contains(wire.wire().from()) || moved.contains(wire.wire().to())) {
                route(wire, boxes);
            }
        }
    }

    private void route(WireView view, List<Box> boxes) {
        NodeCard from = cards.get(view.wire().from());
        NodeCard to = cards.get(view.wire().to());
        if (from == null || to == null) {
            return;
        }
        PortView out = from.output();
        PortView in = to.input(view.wire().port());
        Box source = from.box();
        Box target = to.box();
        boolean back = WirePath.goesBack(out.centerX(), in.centerX());
        List<Box> others = back
                ? List.of()
                : boxes.stream()
                        .filter(box -> !box.equals(source) && !box.equals(target))
                        .toList();
        view.route(WirePath.around(
                out.centerX(),
                out.centerY(),
                in.centerX(),
                in.centerY(),
                others,
                back ? outermost(from, view.wire().to()) : source,
                back ? outermost(to, view.wire().from()) : target));
        boolean faulty = to.text().filter(CardText::hasErrors).isPresent();
        view.setFaulty(faulty);
    }

    /** The outermost frame around a card without the other end of the wire, or the card's box. */
    private Box outermost(NodeCard card, String otherEnd) {
        Box outer = card.box();
        if (state != null) {
            Optional<String> frame = state.drawing().enclosing(card.cardId());
            while (frame.isPresent()
                    && !state.drawing().nodesOf(Set.of(frame.get())).contains(otherEnd)) {
                FrameView view = frames.get(frame.get());
                outer = view == null ? outer : outer.union(view.box());
                frame = state.drawing().enclosing(frame.get());
            }
        }
        return outer;
    }

    /** The wire within reach of a point. */
    Optional<WireView> wireAt(double x, double y, double reach) {
        Map<WireView, Double> distances = new HashMap<>();
        wires.values().forEach(wire -> distances.put(wire, wire.path().distance(x, y)));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= reach)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    Optional<NodeCard> cardAt(double x, double y) {
        return cards.values().stream().filter(card -> card.box().contains(x, y)).reduce((_, upper) -> upper);
    }

    /** The port within reach of a point. */
    Optional<PortView> portAt(double x, double y, double reach) {
        PortView nearest = null;
        double least = reach;
        for (NodeCard card : cards.values()) {
            List<PortView> ports = new ArrayList<>(card.inputs());
            ports.add(card.output());
            for (PortView port : ports) {
                double distance = Math.hypot(port.centerX() - x, port.centerY() - y);
                if (port.isVisible() && distance <= least) {
                    least = distance;
                    nearest = port;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }
}
