package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.nn.activation.Activation;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.Map;

/** Puts one activation in every place of one: activation layers and the settings of blocks, however deep. */
public record ReplaceActivations(Activation activation) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("replace-activations", TypeId.of(activation.getClass()));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        Map<String, OpenBlock> blocks = new HashMap<>(drawing.openBlocks());
        blocks.replaceAll((_, open) -> open.with((Node.OfBlock) replaced(open.node())));
        return drawing.mapped(this::replaced).withOpenBlocks(blocks);
    }

    private Node replaced(Node node) {
        return node instanceof Node.Input || node instanceof Node.OfHead
                ? node
                : (Node) RecordRewrite.replace((Record) node, Activation.class, activation);
    }
}
