package dev.lamina.graph;

import dev.lamina.message.Message;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The place behind a network's last batch normalization: behind the node that holds it and the additions and activations
 * that follow alone. Dropping elements there disturbs no batch statistics (Li, Chen, Hu, Yang 2019, "Understanding the
 * disharmony between dropout and batch normalization").
 */
public final class LastNorm {
    private LastNorm() {}

    /**
     * The graph with one more layer there.
     *
     * @param network the graph resolved
     * @throws BadInputException if the network has no batch normalization
     */
    public static NetworkGraph followedBy(Layer layer, NetworkGraph graph, ResolvedNetwork network) {
        String place = behind(graph, nodeOfLast(network));
        String id = "dropping";
        while (graph.node(id).isPresent()) {
            id += "-";
        }
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.add(new Node.OfLayer(id, layer));
        List<Edge> edges = new ArrayList<>(List.of(new Edge(place, id, 0)));
        for (Edge edge : graph.edges()) {
            edges.add(edge.from().equals(place) ? new Edge(id, edge.to(), edge.port()) : edge);
        }
        return new NetworkGraph(nodes, edges);
    }

    private static String nodeOfLast(ResolvedNetwork network) {
        return network.layers().reversed().stream()
                .filter(layer -> layer.layer() instanceof BatchNorm)
                .findFirst()
                .map(layer -> layer.name().split("/", 2)[0])
                .orElseThrow(() ->
                        new BadInputException(Message.of("graph.noNormToDrop").at("dropping")));
    }

    private static String behind(NetworkGraph graph, String id) {
        String last = id;
        Optional<String> next = soleResponse(graph, last);
        while (next.isPresent()) {
            last = next.get();
            next = soleResponse(graph, last);
        }
        return last;
    }

    /** The addition or activation that alone follows a node. */
    private static Optional<String> soleResponse(NetworkGraph graph, String id) {
        List<String> readers = graph.edges().stream()
                .filter(edge -> edge.from().equals(id))
                .map(Edge::to)
                .toList();
        return readers.size() == 1
                ? graph.node(readers.getFirst())
                        .filter(node -> node instanceof Node.OfLayer(String _, var layer)
                                && (layer instanceof ActivationLayer || layer instanceof Add))
                        .map(Node::id)
                : Optional.empty();
    }
}
