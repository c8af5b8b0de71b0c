package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.nn.layer.Arity;

/** The ports a node shows. */
public final class Ports {
    private Ports() {}

    static Arity arity(Node node) {
        return node instanceof Node.OfLayer(String _, var layer) ? layer.arity() : Arity.ONE;
    }

    /** Input ports: none for an input, one for most, for a junction one more than are connected, two at least. */
    public static int inputs(Drawing drawing, Node node) {
        if (node instanceof Node.Input) {
            return 0;
        }
        if (arity(node) == Arity.ONE) {
            return 1;
        }
        int used = drawing.graph().edges().stream()
                .filter(edge -> edge.to().equals(node.id()))
                .mapToInt(edge -> edge.port() + 1)
                .max()
                .orElse(0);
        return Math.max(2, used + 1);
    }

    /** Whether something can leave the node. */
    public static boolean hasOutput(Node node) {
        return !(node instanceof Node.OfHead);
    }

    /** The port a new edge enters when only the node is meant: the first free one, else the first. */
    public static int free(Drawing drawing, Node node) {
        for (int port = 0; port < inputs(drawing, node); port++) {
            int candidate = port;
            boolean taken = drawing.graph().edges().stream()
                    .anyMatch((Edge e) -> e.to().equals(node.id()) && e.port() == candidate);
            if (!taken) {
                return port;
            }
        }
        return 0;
    }
}
