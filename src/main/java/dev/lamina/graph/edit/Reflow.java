package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Positions after a block was opened or closed, or a node was put into an edge. A drawing that stood as arranged is
 * arranged again; in one laid out by hand, what lies around it makes room.
 */
final class Reflow {
    private Reflow() {}

    static Drawing after(Drawing before, Drawing after, String id) {
        return isArranged(before) ? AutoLayout.arranged(after) : byHand(before, after, id);
    }

    /** @param edge into which the node was put */
    static Drawing afterSplice(Drawing before, Drawing after, String id, Edge edge) {
        return isArranged(before) ? AutoLayout.arranged(after) : besideNeighbors(after, id, edge);
    }

    private static boolean isArranged(Drawing drawing) {
        return AutoLayout.positions(drawing).entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(drawing.position(entry.getKey())));
    }

    /** The card stays clear of the one it comes from, and what it would lie upon moves right with all that is behind it. */
    private static Drawing besideNeighbors(Drawing after, String id, Edge edge) {
        Position at = after.position(id);
        Box from = Box.card(after.position(edge.from()));
        if (Box.card(at).intersects(from)) {
            at = new Position(from.right() + CardSize.GAP_X, at.y());
        }
        Box card = Box.card(at);
        Map<String, Position> moved = new HashMap<>(Map.of(id, at));
        OptionalDouble covered = after.positions().entrySet().stream()
                .filter(other -> !other.getKey().equals(id) && !other.getKey().equals(edge.from()))
                .map(other -> Box.card(other.getValue()))
                .filter(card::intersects)
                .mapToDouble(Box::x)
                .min();
        covered.ifPresent(left -> after.positions().forEach((other, place) -> {
            if (!other.equals(id) && !other.equals(edge.from()) && place.x() >= left) {
                moved.put(other, place.plus(card.right() + CardSize.GAP_X - left, 0));
            }
        }));
        return after.withPositions(moved);
    }

    private static Drawing byHand(Drawing before, Drawing after, String id) {
        Optional<Box> old = Frames.of(before).boxOf(id);
        if (old.isEmpty()) {
            return AutoLayout.arranged(after);
        }
        Drawing placed = insidePlaced(after, id, old.get());
        Box box = Frames.of(placed).boxOf(id).orElse(old.get());
        Map<String, Position> moved = new HashMap<>();
        Set<String> inside = placed.nodesOf(Set.of(id));
        placed.positions().forEach((other, at) -> {
            if (!inside.contains(other) && !other.equals(id)) {
                moved.put(other, shifted(at, old.get(), box));
            }
        });
        return placed.withPositions(moved);
    }

    private static Drawing insidePlaced(Drawing after, String id, Box old) {
        OpenBlock open = after.openBlocks().get(id);
        if (open == null || open.folded()) {
            return after;
        }
        Arrangement inside = AutoLayout.inside(after, id);
        Map<String, Position> positions = new HashMap<>();
        inside.positions()
                .forEach((node, at) -> positions.put(node, at.plus(old.x(), old.centerY() - inside.anchor())));
        return after.withPositions(positions);
    }

    private static Position shifted(Position at, Box old, Box now) {
        Box card = Box.card(at);
        if (card.y() >= old.bottom()) {
            return at.plus(0, now.bottom() - old.bottom());
        }
        if (card.bottom() <= old.y()) {
            return at.plus(0, now.y() - old.y());
        }
        return card.x() >= old.right() ? at.plus(now.right() - old.right(), 0) : at;
    }
}
