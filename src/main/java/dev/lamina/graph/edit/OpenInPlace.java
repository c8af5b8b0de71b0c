package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a block's parts in its place, or unfolds one that was opened before. */
public record OpenInPlace(String id) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("open", id);
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        if (drawing.openBlocks().containsKey(id)) {
            return Optional.empty();
        }
        if (!(drawing.node(id).orElse(null) instanceof Node.OfBlock block)) {
            return Optional.of(Refusal.of("no-block", id));
        }
        Optional<Shape> inputShape = inputShape(drawing, shapes);
        if (inputShape.isEmpty()) {
            return Optional.of(Refusal.of("open-unknown-shape", id));
        }
        try {
            return BlockParts.of(block, inputShape.get()).ids().stream()
                    .filter(part -> drawing.node(part).isPresent())
                    .map(part -> Refusal.of("id-taken", part))
                    .findFirst();
        } catch (ShapeException e) {
            return Optional.of(Refusal.of("shape", e.problem()));
        }
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        OpenBlock before = drawing.openBlocks().get(id);
        Drawing opened = before == null
                ? expanded(drawing, inputShape(drawing, shapes).orElseThrow())
                : drawing.withOpenBlocks(Maps.with(drawing.openBlocks(), id, before.with(OpenBlock.Fold.UNFOLDED)));
        return Reflow.after(drawing, opened, id);
    }

    private Optional<Shape> inputShape(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.graph().edges().stream()
                .filter(edge -> edge.to().equals(id))
                .findFirst()
                .map(edge -> shapes.get(edge.from()));
    }

    private Drawing expanded(Drawing drawing, Shape inputShape) {
        Node.OfBlock block = (Node.OfBlock) drawing.node(id).orElseThrow();
        BlockParts parts = BlockParts.of(block, inputShape);
        List<Node> nodes = new ArrayList<>();
        for (Node node : drawing.graph().nodes()) {
            nodes.addAll(node.id().equals(id) ? parts.nodes() : List.of(node));
        }
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : drawing.graph().edges()) {
            if (edge.to().equals(id)) {
                parts.entries().forEach(entry -> edges.add(new Edge(edge.from(), entry.to(), entry.port())));
            } else {
                edges.add(edge.from().equals(id) ? new Edge(parts.exit(), edge.to(), edge.port()) : edge);
            }
        }
        edges.addAll(parts.inner());
        Map<String, OpenBlock> blocks = new HashMap<>(drawing.openBlocks());
        blocks.put(id, new OpenBlock(block, inputShape, parts.ids(), OpenBlock.Fold.UNFOLDED));
        return drawing.withGraph(nodes, edges).withOpenBlocks(blocks);
    }
}
