package dev.lamina.graph.edit;

import dev.lamina.graph.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Positions after a block was opened or closed. A drawing that stood as arranged is arranged again; in one laid out by
 * hand, what lies right of the block, below and above it makes room.
 */
final class Reflow {
    private Reflow() {}

    static Drawing after(Drawing before, Drawing after, String id) {
        boolean arranged = AutoLayout.of(before).entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(before.position(entry.getKey())));
        return arranged ? after.arranged() : byHand(before, after, id);
    }

    private static Drawing byHand(Drawing before, Drawing after, String id) {
        Optional<Box> old = Frames.of(before).boxOf(id);
        if (old.isEmpty()) {
            return after.arranged();
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
