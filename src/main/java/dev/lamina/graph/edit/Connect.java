package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws an edge; one that entered the port before gives way. */
public record Connect(Edge edge) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("connect", edge.from(), edge.to());
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        return ConnectionCheck.refusal(drawing, shapes, edge);
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.withEdges(Stream.concat(
                drawing.graph().edges().stream().filter(e -> !e.to().equals(edge.to()) || e.port() != edge.port()),
                Stream.of(edge)));
    }
}
