package dev.lamina.graph;

import dev.lamina.message.Message;
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
                diagnostics.add(Diagnostic.error(Message.of("graph.noName", node.id())));
            } else if (!seen.add(node.id())) {
                diagnostics.add(Diagnostic.error(node.id(), Message.of("graph.sameName")));
            }
        }
    }

    private void ends() {
        exactlyOne(Node.Input.class, "graph.noInput", "graph.secondInput");
        exactlyOne(Node.OfHead.class, "graph.noHead", "graph.secondHead");
    }

    private void exactlyOne(Class<? extends Node> kind, String none, String second) {
        List<String> found = wiring.idsOf(kind);
        if (found.isEmpty()) {
            diagnostics.add(Diagnostic.error(Message.of(none)));
        }
        for (String extra : found.subList(Math.min(1, found.size()), found.size())) {
            diagnostics.add(Diagnostic.error(extra, Message.of(second, found.getFirst())));
        }
    }

    private void edge(Edge edge) {
        boolean fromKnown = wiring.ids().contains(edge.from());
        boolean toKnown = wiring.ids().contains(edge.to());
        if (!fromKnown) {
            diagnostics.add(
                    toKnown
                            ? Diagnostic.error(edge.to(), Message.of("graph.fromUnknown", edge.from()))
                            : Diagnostic.error(Message.of("graph.fromAndToUnknown", edge.from(), edge.to())));
        }
        if (!toKnown && fromKnown) {
            diagnostics.add(Diagnostic.error(edge.from(), Message.of("graph.toUnknown", edge.to())));
        }
        if (toKnown && wiring.node(edge.to()) instanceof Node.Input) {
            diagnostics.add(Diagnostic.error(edge.to(), Message.of("graph.intoInput", edge.from())));
        }
        if (fromKnown && wiring.node(edge.from()) instanceof Node.OfHead) {
            diagnostics.add(Diagnostic.error(edge.from(), Message.of("graph.outOfHead", edge.to())));
        }
        if (edge.port() < 0) {
            diagnostics.add(Diagnostic.error(edge.to(), Message.of("graph.negativePort", edge.from(), edge.port())));
        }
    }

    private void portsTakenTwice() {
        Map<String, String> taken = new HashMap<>();
        for (Edge edge : graph.edges()) {
            String first = taken.putIfAbsent(edge.port() + " " + edge.to(), edge.from());
            if (first != null) {
                diagnostics.add(
                        Diagnostic.error(edge.to(), Message.of("graph.portTaken", edge.port(), first, edge.from())));
            }
        }
    }

    /** Every node between input and head has edges at its ports 0, 1, …, without a gap. */
    private void ports() {
        Set<String> used = new HashSet<>(wiring.reachedFromInput());
        used.addAll(wiring.leadingToHead());
        for (Node node : wiring.nodes()) {
            if (!used.contains(node.id())) {
                diagnostics.add(Diagnostic.warning(node.id(), Message.of("graph.apart")));
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
                diagnostics.add(Diagnostic.error(id, Message.of("graph.notEntered")));
            }
            claimed.tailSet(1)
                    .forEach(port -> diagnostics.add(Diagnostic.error(id, Message.of("graph.onePort", port))));
        } else if (claimed.size() < 2) {
            diagnostics.add(Diagnostic.error(id, Message.of("graph.tooFewInputs", claimed.size(), free)));
        } else if (free < claimed.size()) {
            diagnostics.add(Diagnostic.error(id, Message.of("graph.gap", free, claimed.last())));
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
                diagnostics.add(Diagnostic.warning(id, Message.of("graph.deadEnd")));
            }
        }
    }
}
