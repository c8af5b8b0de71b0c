package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an opened block one node again, where its parts are still those that opening it gave. */
public final class BlockClosing {
    private BlockClosing() {}

    /** As it is trained and saved: every opened block closed in which nothing was changed, the inner ones first. */
    public static Drawing closeUnchanged(Drawing drawing) {
        Drawing closed = drawing;
        for (String id : drawing.openBlocks().keySet()) {
            closed = close(closed, id).orElse(closed);
        }
        return closed;
    }

    /** The drawing with this block closed, or nothing if something inside was changed. */
    static Optional<Drawing> close(Drawing drawing, String id) {
        OpenBlock open = drawing.openBlocks().get(id);
        if (open == null) {
            return Optional.empty();
        }
        Drawing inner = drawing;
        for (String member : open.members()) {
            inner = close(inner, member).orElse(inner);
        }
        return isUnchanged(inner, open) ? Optional.of(closed(inner, id, open)) : Optional.empty();
    }

    /** Where the card of a block comes to stand: on the left of its frame, in the line of the main chain. */
    static Position place(Drawing drawing, String id) {
        Box frame = Frames.of(drawing).boxOf(id).orElse(Box.card(Position.ORIGIN));
        OpenBlock open = drawing.openBlocks().get(id);
        boolean folded = open != null && open.folded();
        double line =
                folded ? CardSize.HEIGHT / 2 : AutoLayout.inside(drawing, id).anchor();
        return new Position(frame.x(), frame.y() + line - CardSize.HEIGHT / 2);
    }

    private static boolean isUnchanged(Drawing drawing, OpenBlock open) {
        BlockParts parts = BlockParts.of(open.node(), open.inputShape());
        Set<String> members = Set.copyOf(open.members());
        List<Node> nodes = drawing.graph().nodes().stream()
                .filter(node -> members.contains(node.id()))
                .toList();
        if (!nodes.equals(parts.nodes())) {
            return false;
        }
        Set<Edge> inner = new HashSet<>();
        Set<Edge> entries = new HashSet<>();
        Set<String> sources = new HashSet<>();
        for (Edge edge : drawing.graph().edges()) {
            if (members.contains(edge.from()) && members.contains(edge.to())) {
                inner.add(edge);
            } else if (members.contains(edge.to())) {
                entries.add(new Edge(open.node().id(), edge.to(), edge.port()));
                sources.add(edge.from());
            } else if (members.contains(edge.from()) && !edge.from().equals(parts.exit())) {
                return false;
            }
        }
        boolean entered = sources.size() == 1 && entries.equals(Set.copyOf(parts.entries()));
        return inner.equals(Set.copyOf(parts.inner())) && (entered || sources.isEmpty());
    }

    private static Drawing closed(Drawing drawing, String id, OpenBlock open) {
        Set<String> members = Set.copyOf(open.members());
        List<Node> nodes = new ArrayList<>();
        for (Node node : drawing.graph().nodes()) {
            if (!members.contains(node.id())) {
                nodes.add(node);
            } else if (node.id().equals(open.members().getFirst())) {
                nodes.add(open.node());
            }
        }
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : drawing.graph().edges()) {
            boolean enters = members.contains(edge.to());
            boolean leaves = members.contains(edge.from());
            if (enters && !leaves) {
                Edge entry = new Edge(edge.from(), id, 0);
                if (!edges.contains(entry)) {
                    edges.add(entry);
                }
            } else if (!enters) {
                edges.add(leaves ? new Edge(id, edge.to(), edge.port()) : edge);
            }
        }
        Map<String, OpenBlock> blocks = new HashMap<>(drawing.openBlocks());
        blocks.remove(id);
        return drawing.withGraph(nodes, edges).withOpenBlocks(blocks).withPositions(Map.of(id, place(drawing, id)));
    }
}
