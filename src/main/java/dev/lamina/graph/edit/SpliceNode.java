package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a node into an edge: a new one, or one that stands on the canvas without edges. */
public record SpliceNode(Node node, Position position, Edge edge) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("splice", node.id());
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        if (!drawing.graph().edges().contains(edge)) {
            return Optional.of(Refusal.of("no-edge", edge.from(), edge.to()));
        }
        if (node instanceof Node.Input || node instanceof Node.OfHead) {
            return Optional.of(Refusal.of("splice-end", node.id()));
        }
        boolean wired =
                drawing.graph().edges().stream().anyMatch(e -> e.from().equals(node.id()) || e.to().equals(node.id()));
        return wired || drawing.openBlocks().containsKey(node.id())
                ? Optional.of(Refusal.of("splice-wired", node.id()))
                : Optional.empty();
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        Drawing placed = drawing.node(node.id()).isPresent()
                ? drawing.withPositions(Map.of(node.id(), position))
                : drawing.plus(node, position);
        List<Edge> edges = new ArrayList<>();
        for (Edge old : placed.graph().edges()) {
            if (old.equals(edge)) {
                edges.add(new Edge(edge.from(), node.id(), 0));
                edges.add(new Edge(node.id(), edge.to(), edge.port()));
            } else {
                edges.add(old);
            }
        }
        Drawing spliced = placed.withEdges(edges.stream());
        Drawing wired = drawing.enclosing(edge.from())
                .filter(frame -> drawing.enclosing(edge.to()).equals(Optional.of(frame)))
                .map(frame -> member(spliced, frame))
                .orElse(spliced);
        return Reflow.afterSplice(drawing, wired, node.id(), edge);
    }

    private Drawing member(Drawing drawing, String frame) {
        OpenBlock open = drawing.openBlocks().get(frame);
        return open == null || drawing.enclosing(node.id()).isPresent()
                ? drawing
                : drawing.withOpenBlocks(Maps.with(drawing.openBlocks(), frame, open.withMember(node.id())));
    }
}
