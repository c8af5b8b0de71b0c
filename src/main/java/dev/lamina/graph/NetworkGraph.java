package dev.lamina.graph;

import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Optional;

/** A network as a person draws it: nodes and edges, possibly unfinished or wrong. Immutable. */
public record NetworkGraph(
        @Setting(meaning = "input, layers, blocks and head") List<Node> nodes,

        @Setting(meaning = "which output enters which input")
        List<Edge> edges) {
    public NetworkGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }
}
