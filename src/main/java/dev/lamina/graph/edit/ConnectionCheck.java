package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Node;
import dev.lamina.nn.ShapeException;
import dev.lamina.nn.layer.Arity;
import dev.lamina.tensor.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether an edge may be drawn: from an output into an input, without a cycle, of a shape that fits. */
public final class ConnectionCheck {
    private ConnectionCheck() {}

    /**
     * Why this edge cannot be, if it cannot. Shapes are checked as far as they are known.
     *
     * @param shapes output shapes of one example by node id
     */
    public static Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes, Edge edge) {
        Node from = drawing.node(edge.from()).orElse(null);
        Node to = drawing.node(edge.to()).orElse(null);
        if (from == null || to == null) {
            return Optional.of(Refusal.of("no-node", from == null ? edge.from() : edge.to()));
        }
        if (from instanceof Node.OfHead) {
            return Optional.of(Refusal.of("out-of-head", from.id()));
        }
        if (to instanceof Node.Input) {
            return Optional.of(Refusal.of("into-input", to.id()));
        }
        if (edge.port() < 0 || (edge.port() > 0 && Ports.arity(to) == Arity.ONE)) {
            return Optional.of(Refusal.of("no-port", to.id(), edge.port()));
        }
        if (reaches(drawing, edge.to(), edge.from())) {
            return Optional.of(Refusal.of("cycle", from.id(), to.id()));
        }
        return shapes(drawing, shapes, edge, to);
    }

    private static boolean reaches(Drawing drawing, String start, String goal) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(goal)) {
                return true;
            }
            for (Edge edge : drawing.graph().edges()) {
                if (edge.from().equals(id) && seen.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return false;
    }

    private static Optional<Refusal> shapes(Drawing drawing, Map<String, Shape> shapes, Edge edge, Node to) {
        Map<Integer, String> sources = new TreeMap<>();
        drawing.graph().edges().stream()
                .filter(e -> e.to().equals(to.id()))
                .forEach(e -> sources.put(e.port(), e.from()));
        sources.put(edge.port(), edge.from());
        List<Shape> known = new ArrayList<>();
        for (String source : sources.values()) {
            Shape shape = shapes.get(source);
            if (shape != null) {
                known.add(shape);
            }
        }
        if (!shapes.containsKey(edge.from()) || (known.size() < 2 && Ports.arity(to) == Arity.TWO_OR_MORE)) {
            return Optional.empty();
        }
        try {
            NodeCost.of(to, known, drawing.classes());
            return Optional.empty();
        } catch (ShapeException e) {
            return Optional.of(Refusal.of("shape", e.problem()));
        } catch (ArithmeticException _) {
            return Optional.of(Refusal.of("too-large", to.id()));
        }
    }
}
