package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network with its layout. Immutable.
 *
 * @param graph what is drawn, opened blocks as their parts
 * @param positions of the cards by node id; a folded block has one too
 * @param openBlocks blocks opened in place, by the id of the node they were
 * @param exampleShape of one example, from the data
 * @param classes from the data
 */
public record Drawing(
        NetworkGraph graph,
        Map<String, Position> positions,
        Map<String, OpenBlock> openBlocks,
        Shape exampleShape,
        int classes) {
    public Drawing {
        positions = Map.copyOf(positions);
        openBlocks = Map.copyOf(openBlocks);
    }

    public Optional<Node> node(String id) {
        return graph.node(id);
    }

    /** Where a card is; the origin for an unknown id. */
    public Position position(String id) {
        return positions.getOrDefault(id, Position.ORIGIN);
    }

    /** The id itself if it is free, else with the first free number. */
    public String freshId(String wished) {
        Set<String> taken = graph.nodes().stream().map(Node::id).collect(Collectors.toSet());
        taken.addAll(openBlocks.keySet());
        return FreshIds.next(wished, taken);
    }

    /** The nodes behind ids of nodes and of opened blocks. */
    public Set<String> nodesOf(Collection<String> ids) {
        Set<String> known = graph.nodes().stream().map(Node::id).collect(Collectors.toSet());
        Set<String> nodes = new LinkedHashSet<>();
        collect(ids, known, nodes);
        return nodes;
    }

    private void collect(Collection<String> ids, Set<String> known, Set<String> nodes) {
        for (String id : ids) {
            OpenBlock open = openBlocks.get(id);
            if (open != null) {
                collect(open.members(), known, nodes);
            } else if (known.contains(id)) {
                nodes.add(id);
            }
        }
    }

    /** The innermost opened block a node or an opened block stands in. */
    public Optional<String> enclosing(String id) {
        return openBlocks.entrySet().stream()
                .filter(entry -> entry.getValue().members().contains(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether shortcut connections run below the cards of a frame: edges that enter a node with several inputs. */
    boolean hasArcs(Collection<String> members) {
        Set<String> inside = new HashSet<>(members);
        Set<String> joined = new HashSet<>();
        return graph.edges().stream().anyMatch(edge -> inside.contains(edge.to()) && !joined.add(edge.to()));
    }

    Drawing withGraph(List<Node> nodes, List<Edge> edges) {
        return new Drawing(new NetworkGraph(nodes, edges), positions, openBlocks, exampleShape, classes);
    }

    Drawing withEdges(Stream<Edge> edges) {
        return withGraph(graph.nodes(), edges.toList());
    }

    Drawing withPositions(Map<String, Position> changed) {
        Map<String, Position> all = new HashMap<>(positions);
        all.putAll(changed);
        all.keySet().removeIf(id -> node(id).isEmpty() && !openBlocks.containsKey(id));
        return new Drawing(graph, all, openBlocks, exampleShape, classes);
    }

    Drawing withOpenBlocks(Map<String, OpenBlock> blocks) {
        return new Drawing(graph, positions, blocks, exampleShape, classes);
    }

    Drawing plus(Node node, Position position) {
        List<Node> nodes =
                Stream.concat(graph.nodes().stream(), Stream.of(node)).toList();
        return withGraph(nodes, graph.edges()).withPositions(Map.of(node.id(), position));
    }

    Drawing plus(Edge... edges) {
        return withEdges(Stream.concat(graph.edges().stream(), Stream.of(edges)));
    }

    /** Every node changed in its place. */
    Drawing mapped(UnaryOperator<Node> change) {
        return withGraph(graph.nodes().stream().map(change).toList(), graph.edges());
    }

    /** Without these nodes, their edges, and opened blocks that become empty. */
    Drawing without(Set<String> removed) {
        List<Node> nodes =
                graph.nodes().stream().filter(n -> !removed.contains(n.id())).toList();
        List<Edge> edges = graph.edges().stream()
                .filter(e -> !removed.contains(e.from()) && !removed.contains(e.to()))
                .toList();
        Map<String, OpenBlock> blocks = new LinkedHashMap<>();
        openBlocks.forEach((id, open) -> blocks.put(id, open.without(removed)));
        Set<String> empty = new LinkedHashSet<>();
        for (boolean found = true; found; ) {
            found = blocks.entrySet().removeIf(e -> e.getValue().members().isEmpty() && empty.add(e.getKey()));
            blocks.replaceAll((_, open) -> open.without(empty));
        }
        return withGraph(nodes, edges).withOpenBlocks(blocks).withPositions(Map.of());
    }
}
