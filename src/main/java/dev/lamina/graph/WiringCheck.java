package dev.lamina.graph;

import dev.lamina.nn.layer.Arity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what is wrong with a graph's ids, edges and ports, before any shape is looked at. */
final class WiringCheck {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    private final NetworkGraph graph;
    private final Wiring wiring;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Ports by node that some edge names, be it a wrong one, which then has a diagnostic of its own. */
    private final Map<String, SortedSet<Integer>> claimedPorts = new HashMap<>();

    private WiringCheck(NetworkGraph graph, Wiring wiring) {
        this.graph = graph;
        this.wiring = wiring;
        graph.edges().stream()
                .filter(edge -> edge.port() >= 0)
                .forEach(edge -> claimedPorts
                        .computeIfAbsent(edge.to(), _ -> new TreeSet<>())
                        .add(edge.port()));
    }

    static List<Diagnostic> of(NetworkGraph graph, Wiring wiring) {
        WiringCheck check = new WiringCheck(graph, wiring);
        check.ids();
        check.ends();
        graph.edges().forEach(check::edge);
        check.portsTakenTwice();
        check.ports();
        check.deadEnds();
        return check.diagnostics;
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (!ID.matcher(node.id()).matches()) {
                diagnostics.add(Diagnostic.error(
                        "the node id \"" + node.id() + "\" is not a name; use letters, digits, '-' and '_' only"));
            } else if (!seen.add(node.id())) {
                diagnostics.add(Diagnostic.error(node.id(), "two nodes have this id; rename one"));
            }
        }
    }

    private void ends() {
        exactlyOne(Node.Input.class, "input", "where the examples enter");
        exactlyOne(Node.OfHead.class, "head", "where the network decides");
    }

    private void exactlyOne(Class<? extends Node> kind, String name, String meaning) {
        List<String> found = wiring.idsOf(kind);
        if (found.isEmpty()) {
            diagnostics.add(Diagnostic.error("it has no " + name + "; add one " + name + " node, " + meaning));
        }
        for (String extra : found.subList(Math.min(1, found.size()), found.size())) {
            diagnostics.add(Diagnostic.error(
                    extra, "is a second " + name + " beside " + found.getFirst() + "; remove one of them"));
        }
    }

    private void edge(Edge edge) {
        boolean fromKnown = wiring.ids().contains(edge.from());
        boolean toKnown = wiring.ids().contains(edge.to());
        if (!fromKnown) {
            diagnostics.add(
                    toKnown
                            ? Diagnostic.error(
                                    edge.to(),
                                    "an edge comes from \"" + edge.from()
                                            + "\", which is no node; connect another node or add this one")
                            : Diagnostic.error("an edge comes from \"" + edge.from()
                                    + "\", which is no node; remove the edge to \"" + edge.to()
                                    + "\" or add the node"));
        }
        if (!toKnown && fromKnown) {
            diagnostics.add(Diagnostic.error(
                    edge.from(),
                    "an edge goes to \"" + edge.to() + "\", which is no node; connect another node or add this one"));
        }
        if (toKnown && wiring.node(edge.to()) instanceof Node.Input) {
            diagnostics.add(
                    Diagnostic.error(edge.to(), "nothing enters an input node; remove the edge from " + edge.from()));
        }
        if (fromKnown && wiring.node(edge.from()) instanceof Node.OfHead) {
            diagnostics.add(
                    Diagnostic.error(edge.from(), "the network ends at its head; remove the edge to " + edge.to()));
        }
        if (edge.port() < 0) {
            diagnostics.add(Diagnostic.error(
                    edge.to(),
                    "the edge from " + edge.from() + " enters port " + edge.port() + "; ports count from 0"));
        }
    }

    private void portsTakenTwice() {
        Map<String, String> taken = new HashMap<>();
        for (Edge edge : graph.edges()) {
            String first = taken.putIfAbsent(edge.port() + " " + edge.to(), edge.from());
            if (first != null) {
                diagnostics.add(Diagnostic.error(
                        edge.to(),
                        "port " + edge.port() + " has edges from " + first + " and " + edge.from()
                                + "; remove one, or join them with an add or concatenate node"));
            }
        }
    }

    /** Every node between input and head has edges at its ports 0, 1, …, without a gap. */
    private void ports() {
        Set<String> used = new HashSet<>(wiring.reachedFromInput());
        used.addAll(wiring.leadingToHead());
        for (Node node : wiring.nodes()) {
            if (!used.contains(node.id())) {
                diagnostics.add(Diagnostic.warning(
                        node.id(), "is connected neither to the input nor to the head; connect or delete it"));
            } else if (!(node instanceof Node.Input)) {
                ports(node.id(), arity(node));
            }
        }
    }

    private void ports(String id, Arity arity) {
        SortedSet<Integer> claimed = claimedPorts.getOrDefault(id, new TreeSet<>());
        int free = 0;
        while (claimed.contains(free)) {
            free++;
        }
        if (arity == Arity.ONE) {
            if (free == 0) {
                diagnostics.add(Diagnostic.error(id, "nothing enters its input; connect a node to port 0"));
            }
            claimed.tailSet(1)
                    .forEach(port -> diagnostics.add(Diagnostic.error(
                            id,
                            "has one input, port 0, but an edge enters port " + port
                                    + "; remove it, or join the two with an add or concatenate node")));
        } else if (claimed.size() < 2) {
            diagnostics.add(Diagnostic.error(
                    id, "joins two or more inputs, got " + claimed.size() + "; connect a node to port " + free));
        } else if (free < claimed.size()) {
            diagnostics.add(Diagnostic.error(
                    id,
                    "nothing enters port " + free + " but port " + claimed.last()
                            + " is taken; connect a node to it or move the edges up"));
        }
    }

    private static Arity arity(Node node) {
        return node instanceof Node.OfLayer(String id, var layer) ? layer.arity() : Arity.ONE;
    }

    private void deadEnds() {
        if (wiring.idsOf(Node.OfHead.class).isEmpty()) {
            return;
        }
        Set<String> used = graph.edges().stream().map(Edge::from).collect(Collectors.toSet());
        for (String id : wiring.reachedFromInput()) {
            if (!used.contains(id) && !(wiring.node(id) instanceof Node.OfHead)) {
                diagnostics.add(Diagnostic.warning(
                        id, "its output goes nowhere, so it is left out; connect it towards the head or delete it"));
            }
        }
    }
}
