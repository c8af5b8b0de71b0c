package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Small graphs for tests, and what is expected of resolving them. */
final class Graphs {
    static final Shape IMAGE = Shape.of(3, 8, 8);
    static final Conv2d CONV = Conv2d.same(4, 3, 1);
    static final SoftmaxHead HEAD = new SoftmaxHead(true, 0);

    /** Lines of nodes and edges; an edge is "from>to" or "from>to:port". */
    static NetworkGraph graph(List<Node> nodes, String... edges) {
        List<Edge> list = new ArrayList<>();
        for (String edge : edges) {
            String[] parts = edge.split("[>:]");
            list.add(new Edge(parts[0], parts[1], parts.length > 2 ? Integer.parseInt(parts[2]) : 0));
        }
        return new NetworkGraph(nodes, list);
    }

    static Node in() {
        return new Node.Input("in");
    }

    static Node node(String id, Layer layer) {
        return new Node.OfLayer(id, layer);
    }

    static Node out() {
        return new Node.OfHead("out", HEAD);
    }

    static Resolution resolve(List<Node> nodes, String... edges) {
        return NetworkResolver.resolve(graph(nodes, edges), IMAGE, 10);
    }

    static List<String> lines(Resolution resolution) {
        return resolution.diagnostics().stream()
                .map(diagnostic -> diagnostic.line().toString())
                .toList();
    }

    static void assertOnlyError(String line, Resolution resolution) {
        assertEquals(List.of(line), lines(resolution));
        assertEquals(Severity.ERROR, resolution.diagnostics().getFirst().severity());
        assertTrue(resolution.network().isEmpty());
    }

    static void assertOnlyWarning(String line, Resolution resolution) {
        assertEquals(List.of(line), lines(resolution));
        assertEquals(Severity.WARNING, resolution.diagnostics().getFirst().severity());
        assertTrue(resolution.network().isPresent());
    }

    static Node flat() {
        return node("flat", new Flatten());
    }

    private Graphs() {}
}
