package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Optional;

/** Puts a node on the canvas behind another one, connected to it. */
public record AddConnected(Node node, Position position, String upstream) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("add", node.id());
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        AddNode add = new AddNode(node, position);
        return add.refusal(drawing, shapes)
                .or(() -> ConnectionCheck.refusal(
                        add.applyTo(drawing, shapes), shapes, new Edge(upstream, node.id(), 0)));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.plus(node, position).plus(new Edge(upstream, node.id(), 0));
    }
}
