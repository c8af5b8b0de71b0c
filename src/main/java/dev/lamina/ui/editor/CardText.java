package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.Node;
import dev.lamina.graph.Severity;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.NodeCost;
import dev.lamina.graph.edit.OpenBlock;
import dev.lamina.graph.edit.Ports;
import dev.lamina.graph.edit.TypeId;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a card shows of a node or a folded block.
 *
 * @param name the id, within a frame without the frame's own
 * @param stage the outermost frame it lies in, its own name outside of any
 * @param kind style class by which it is colored
 * @param problems of the node, errors first
 * @param expandable whether it is a block that can be opened
 */
record CardText(
        String id,
        String name,
        String stage,
        String kind,
        String typeId,
        String line,
        String shape,
        String cost,
        List<Diagnostic> problems,
        int inputs,
        boolean hasOutput,
        boolean expandable) {
    CardText {
        problems = List.copyOf(problems);
    }

    static CardText of(String id, DocumentState state, Phrases phrases) {
        OpenBlock folded = state.drawing().openBlocks().get(id);
        return folded == null ? ofNode(id, state, phrases) : ofFolded(id, folded, state, phrases);
    }

    /** "stage2-block1-conv1" is called conv1 in the frame of stage2-block1. */
    static String localName(String id, Drawing drawing) {
        return drawing.enclosing(id)
                .filter(frame -> id.startsWith(frame + "-"))
                .map(frame -> id.substring(frame.length() + 1))
                .orElse(id);
    }

    private static String outermost(String id, Drawing drawing) {
        String outer = id;
        for (Optional<String> frame = drawing.enclosing(id); frame.isPresent(); frame = drawing.enclosing(outer)) {
            outer = frame.get();
        }
        return outer;
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    private static CardText ofNode(String id, DocumentState state, Phrases phrases) {
        Node node = state.drawing().node(id).orElseThrow();
        Optional<Shape> shape = Optional.ofNullable(state.shapes().get(id));
        Optional<NodeCost> cost = Optional.ofNullable(state.costs().get(id));
        return new CardText(
                id,
                localName(id, state.drawing()),
                outermost(id, state.drawing()),
                Kind.of(node).styleClass(),
                TypeId.of(node),
                Details.line(node, phrases),
                shape.map(phrases::shape).orElse(phrases.get("card.unknownShape")),
                cost.map(phrases::cost).orElse(""),
                problems(state, Set.of(id)),
                Ports.inputs(state.drawing(), node),
                Ports.hasOutput(node),
                node instanceof Node.OfBlock);
    }

    private static CardText ofFolded(String id, OpenBlock open, DocumentState state, Phrases phrases) {
        Set<String> nodes = state.drawing().nodesOf(Set.of(id));
        long parameters = 0;
        long flops = 0;
        for (String node : nodes) {
            NodeCost cost = state.costs().get(node);
            parameters += cost == null ? 0 : cost.parameters();
            flops += cost == null ? 0 : cost.flops();
        }
        List<String> exits = state.drawing().graph().edges().stream()
                .filter(e -> nodes.contains(e.from()) && !nodes.contains(e.to()))
                .map(e -> e.from())
                .distinct()
                .toList();
        Shape shape = exits.size() == 1 ? state.shapes().get(exits.getFirst()) : null;
        return new CardText(
                id,
                localName(id, state.drawing()),
                outermost(id, state.drawing()),
                Kind.of(open.node()).styleClass(),
                TypeId.of(open.node()),
                phrases.get("card.changedInside", Details.line(open.node(), phrases)),
                shape == null ? phrases.get("card.unknownShape") : phrases.shape(shape),
                phrases.cost(parameters, flops),
                problems(state, nodes),
                1,
                true,
                true);
    }

    private static List<Diagnostic> problems(DocumentState state, Set<String> nodes) {
        return state.diagnostics().stream()
                .filter(d -> d.nodeId().filter(nodes::contains).isPresent())
                .sorted(java.util.Comparator.comparing(Diagnostic::severity))
                .toList();
    }
}
