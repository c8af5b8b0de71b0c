package dev.lamina.graph;

import dev.lamina.message.Message;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The place behind a network's last batch normalization before the head: behind the node that holds it and the additions and
 * activations that follow alone; for single elements behind the global average pool as well, since a mean of 64 elements of
 * which half are dropped has only an eighth of their noise. Dropping elements there disturbs no batch statistics (Li, Chen,
 * Hu, Yang 2019, "Understanding the disharmony between dropout and batch normalization").
 */
public final class LastNorm {
    private LastNorm() {}

    /**
     * The graph with one more layer there.
     *
     * @param network the graph resolved
     * @throws BadInputException if the network has no batch normalization before its head
     */
    public static NetworkGraph followedBy(Dropping layer, NetworkGraph graph, ResolvedNetwork network) {
        Predicate<Layer> passed = switch (layer) {
            case Dropout _ -> LastNorm::keepsElementsOrPools;
            // Blocks need a map to be cut out of.
            case DropBlock _ -> LastNorm::keepsElements;
        };
        String place = behind(graph, nodeOfLast(network), passed);
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
        return network.layers().subList(0, network.features() + 1).reversed().stream()
                .filter(layer -> layer.layer() instanceof BatchNorm)
                .findFirst()
                .map(layer -> layer.name().split("/", 2)[0])
                .orElseThrow(() ->
                        new BadInputException(Message.of("graph.noNormToDrop").at("dropping")));
    }

    private static boolean keepsElements(Layer layer) {
        return layer instanceof ActivationLayer || layer instanceof Add;
    }

    private static boolean keepsElementsOrPools(Layer layer) {
        return keepsElements(layer) || layer instanceof GlobalAveragePool || layer instanceof Flatten;
    }

    private static String behind(NetworkGraph graph, String id, Predicate<Layer> passed) {
        String last = id;
        Optional<String> next = soleReader(graph, last, passed);
        while (next.isPresent()) {
            last = next.get();
            next = soleReader(graph, last, passed);
        }
        return last;
    }

    /** The layer that alone reads a node, where it is passed. */
    private static Optional<String> soleReader(NetworkGraph graph, String id, Predicate<Layer> passed) {
        List<String> readers = graph.edges().stream()
                .filter(edge -> edge.from().equals(id))
                .map(Edge::to)
                .toList();
        return readers.size() == 1
                ? graph.node(readers.getFirst())
                        .filter(node -> node instanceof Node.OfLayer(String _, var layer) && passed.test(layer))
                        .map(Node::id)
                : Optional.empty();
    }
}
