package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes nodes, opened blocks with all that is in them, and their edges.
 *
 * @param gap what becomes of the hole
 */
public record RemoveNodes(Set<String> ids, Gap gap) implements Edit {
    /** Whether what was upstream is connected with what was downstream. */
    public enum Gap {
        LEFT_OPEN,
        CLOSED
    }

    public RemoveNodes {
        ids = Set.copyOf(ids);
    }

    @Override
    public StepName name() {
        return StepName.of("remove", StepName.counted(ids));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        Set<String> nodes = drawing.nodesOf(ids);
        Drawing removed = drawing.without(nodes);
        if (gap == Gap.LEFT_OPEN) {
            return removed;
        }
        List<Edge> edges = drawing.graph().edges();
        List<String> sources = edges.stream()
                .filter(e -> nodes.contains(e.to()) && !nodes.contains(e.from()))
                .map(Edge::from)
                .distinct()
                .toList();
        Stream<Edge> bridges = edges.stream()
                .filter(e -> nodes.contains(e.from()) && !nodes.contains(e.to()))
                .map(e -> new Edge(sources.getFirst(), e.to(), e.port()));
        return sources.size() == 1
                ? removed.withEdges(Stream.concat(removed.graph().edges().stream(), bridges))
                : removed;
    }
}
