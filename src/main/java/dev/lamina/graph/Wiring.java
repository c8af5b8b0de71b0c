package dev.lamina.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The nodes of a graph by id and the edges that make sense: both ends known, not into an input, not out of a head.
 * Of nodes with one id and of edges into one port the first counts.
 */
final class Wiring {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, SortedMap<Integer, String>> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> consumers = new LinkedHashMap<>();

    Wiring(NetworkGraph graph) {
        for (Node node : graph.nodes()) {
            if (nodes.putIfAbsent(node.id(), node) == null) {
                sources.put(node.id(), new TreeMap<>());
                consumers.put(node.id(), new ArrayList<>());
            }
        }
        for (Edge edge : graph.edges()) {
            if (makesSense(edge) && sourcesOf(edge.to()).putIfAbsent(edge.port(), edge.from()) == null) {
                consumersOf(edge.from()).add(edge.to());
            }
        }
    }

    private boolean makesSense(Edge edge) {
        Node from = nodes.get(edge.from());
        Node to = nodes.get(edge.to());
        return from != null
                && to != null
                && !(from instanceof Node.OfHead)
                && !(to instanceof Node.Input)
                && edge.port() >= 0;
    }

    /** In the graph's order. */
    Collection<Node> nodes() {
        return nodes.values();
    }

    Set<String> ids() {
        return nodes.keySet();
    }

    Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no node " + id);
        }
        return node;
    }

    /** Upstream nodes by port. */
    SortedMap<Integer, String> sourcesOf(String id) {
        return sources.getOrDefault(id, new TreeMap<>());
    }

    /** Downstream nodes, one entry for each edge. */
    List<String> consumersOf(String id) {
        return consumers.getOrDefault(id, new ArrayList<>());
    }

    /** The inputs and everything downstream of them. */
    Set<String> reachedFromInput() {
        return closure(idsOf(Node.Input.class), this::consumersOf);
    }

    /** The heads and everything upstream of them. */
    Set<String> leadingToHead() {
        return closure(idsOf(Node.OfHead.class), id -> sourcesOf(id).values());
    }

    List<String> idsOf(Class<? extends Node> kind) {
        return nodes.values().stream().filter(kind::isInstance).map(Node::id).toList();
    }

    private static Set<String> closure(List<String> start, Function<String, Collection<String>> next) {
        Set<String> seen = new LinkedHashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (String id : next.apply(open.remove())) {
                if (seen.add(id)) {
                    open.add(id);
                }
            }
        }
        return seen;
    }
}
