package dev.lamina.graph.edit;

import dev.lamina.graph.Edge;
import dev.lamina.graph.Position;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a node another id. */
public record RenameNode(String from, String to) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("rename", from, to);
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        if (drawing.node(from).isEmpty()) {
            return Optional.of(Refusal.of("no-node", from));
        }
        if (!to.matches("[A-Za-z0-9_-]+")) {
            return Optional.of(Refusal.of("no-name", to));
        }
        return drawing.freshId(to).equals(to) ? Optional.empty() : Optional.of(Refusal.of("id-taken", to));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        Position position = drawing.position(from);
        Map<String, OpenBlock> blocks = new HashMap<>(drawing.openBlocks());
        blocks.replaceAll((_, open) -> open.renamed(from, to));
        Drawing renamed = drawing.mapped(node -> node.id().equals(from) ? Content.renamed(node, to) : node);
        return renamed.withEdges(renamed.graph().edges().stream()
                        .map(e -> new Edge(renamed(e.from()), renamed(e.to()), e.port())))
                .withOpenBlocks(blocks)
                .withPositions(Map.of(to, position));
    }

    private String renamed(String id) {
        return id.equals(from) ? to : id;
    }
}
