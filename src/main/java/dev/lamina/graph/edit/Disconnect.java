package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.tensor.Shape;
import java.util.Map;

/** Removes an edge. */
public record Disconnect(Edge edge) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("disconnect", edge.from(), edge.to());
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.withEdges(drawing.graph().edges().stream().filter(e -> !e.equals(edge)));
    }
}
