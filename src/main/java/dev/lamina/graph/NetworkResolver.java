package dev.lamina.graph;

import dev.lamina.graph.Expansion.Output;
import dev.lamina.message.Message;
import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a graph as drawn into a network that can be built: checks the wiring, orders the nodes, expands the blocks and
 * infers every shape. Goes on past errors, so that all of them are found at once.
 */
public final class NetworkResolver {
    private final Shape inputShape;
    private final int classes;
    private final Wiring wiring;
    private final List<Diagnostic> diagnostics;
    private final Expansion expansion = new Expansion();
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private Optional<ResolvedNetwork> network = Optional.empty();

    private NetworkResolver(NetworkGraph graph, Shape inputShape, int classes) {
        this.inputShape = inputShape;
        this.classes = classes;
        this.wiring = new Wiring(graph);
        this.diagnostics = new ArrayList<>(WiringCheck.of(graph, wiring));
    }

    /**
     * Resolves a graph for examples of a shape (channels, height, width, or features) and a number of classes.
     * The result depends on nothing else and the order of its layers is always the same.
     */
    public static Resolution resolve(NetworkGraph graph, Shape inputShape, int classes) {
        return new NetworkResolver(graph, inputShape, classes).run();
    }

    private Resolution run() {
        TopologicalOrder order = TopologicalOrder.of(wiring);
        for (List<String> cycle : order.cycles()) {
            diagnostics.add(Diagnostic.error(
                    cycle.getFirst(), Message.of("graph.cycle", String.join(" → ", cycle) + " → " + cycle.getFirst())));
        }
        for (String id : order.ids()) {
            resolve(wiring.node(id));
        }
        boolean sound = diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR);
        Map<String, Shape> shapes = new LinkedHashMap<>();
        outputs.forEach((id, output) -> shapes.put(id, output.shape()));
        return new Resolution(sound ? network : Optional.empty(), diagnostics, shapes);
    }

    private void resolve(Node node) {
        Optional<List<Output>> inputs = inputs(node);
        if (inputs.isEmpty()) {
            return;
        }
        try {
            outputs.put(node.id(), output(node, inputs.get()));
        } catch (ShapeException e) {
            diagnostics.add(Diagnostic.error(expansion.place(), e.problem()));
        } catch (ArithmeticException e) {
            diagnostics.add(Diagnostic.error(expansion.place(), Message.of("graph.overflow")));
        }
    }

    /** The node's inputs by port, or nothing where one of them is missing or has no shape. */
    private Optional<List<Output>> inputs(Node node) {
        if (node instanceof Node.Input) {
            return Optional.of(List.of(new Output(ResolvedNetwork.INPUT, inputShape)));
        }
        Collection<String> sources = wiring.sourcesOf(node.id()).values();
        boolean known = !sources.isEmpty() && outputs.keySet().containsAll(sources);
        return known ? Optional.of(sources.stream().map(this::outputOf).toList()) : Optional.empty();
    }

    private Output outputOf(String id) {
        return Optional.ofNullable(outputs.get(id)).orElseThrow();
    }

    private Output output(Node node, List<Output> inputs) {
        Output first = inputs.getFirst();
        return switch (node) {
            case Node.Input _ -> first;
            case Node.OfLayer(String id, var layer) -> expansion.layer(id, layer, inputs);
            case Node.OfBlock(String id, var block) -> expansion.block(id, block, first);
            case Node.OfHead(String id, var head) -> {
                Output logits = expansion.composition(id, head.classifier(classes), first);
                // Nodes that lead to no head come later in the order, so the layers so far are the network.
                network = Optional.of(new ResolvedNetwork(
                        inputShape, classes, expansion.layers(), first.layer(), head, Optional.empty()));
                yield logits;
            }
        };
    }
}
