package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.nn.head.Head;
import dev.lamina.tensor.Shape;
import java.util.Map;

/** Puts another head in the head's place. */
public record ReplaceHead(Head head) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("replace-head", TypeId.of(head.getClass()));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.mapped(node -> node instanceof Node.OfHead(String id, var _) ? new Node.OfHead(id, head) : node);
    }
}
