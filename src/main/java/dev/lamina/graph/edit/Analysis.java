package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.Node;
import dev.lamina.graph.Resolution;
import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from a drawing's network; its layout does not matter. */
record Analysis(Drawing drawing, Resolution resolution, Map<String, NodeCost> costs, Optional<NetworkSummary> totals) {
    static Analysis of(Drawing drawing) {
        Resolution resolution = NetworkResolver.resolve(drawing.graph(), drawing.exampleShape(), drawing.classes());
        Map<String, NodeCost> costs = new HashMap<>();
        for (Node node : drawing.graph().nodes()) {
            if (resolution.outputShapes().containsKey(node.id())) {
                cost(node, drawing, resolution.outputShapes()).ifPresent(cost -> costs.put(node.id(), cost));
            }
        }
        return new Analysis(
                drawing, resolution, Map.copyOf(costs), resolution.network().map(NetworkSummary::of));
    }

    boolean holdsFor(Drawing other) {
        return other.graph().equals(drawing.graph())
                && other.exampleShape().equals(drawing.exampleShape())
                && other.classes() == drawing.classes();
    }

    private static Optional<NodeCost> cost(Node node, Drawing drawing, Map<String, Shape> shapes) {
        List<Shape> inputs = drawing.graph().edges().stream()
                .filter(edge -> edge.to().equals(node.id()) && shapes.containsKey(edge.from()))
                .sorted(Comparator.comparingInt(Edge::port))
                .map(edge -> shapes.getOrDefault(edge.from(), drawing.exampleShape()))
                .toList();
        if (inputs.isEmpty() && !(node instanceof Node.Input)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    NodeCost.of(node, inputs.isEmpty() ? List.of(drawing.exampleShape()) : inputs, drawing.classes()));
        } catch (ShapeException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
