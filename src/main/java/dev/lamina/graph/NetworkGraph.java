package dev.lamina.graph;

import java.util.List;
import java.util.Optional;

/** A network as a person draws it: nodes and edges, possibly unfinished or wrong. Immutable. */
public record NetworkGraph(List<Node> nodes, List<Edge> edges) {
    public NetworkGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }
}
