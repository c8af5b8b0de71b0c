package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Optional;

/** Puts a node on the canvas, not yet connected. */
public record AddNode(Node node, Position position) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("add", node.id());
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.freshId(node.id()).equals(node.id())
                ? Optional.empty()
                : Optional.of(Refusal.of("id-taken", node.id()));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.plus(node, position);
    }
}
