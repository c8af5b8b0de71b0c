package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.layer.ActivationLayer;
import java.util.Arrays;

/** What sort of thing a node is; a section of the palette and a color each. */
enum Kind {
    INPUT,
    LAYER,
    ACTIVATION,
    BLOCK,
    STAGE,
    HEAD;

    static Kind of(Node node) {
        return switch (node) {
            case Node.Input _ -> INPUT;
            case Node.OfLayer(String _, var layer) -> layer instanceof ActivationLayer ? ACTIVATION : LAYER;
            case Node.OfBlock(String _, Block block) -> ofBlock(block.getClass());
            case Node.OfHead _ -> HEAD;
        };
    }

    /** A block that says how many of something it holds is a stage. */
    static Kind ofBlock(Class<?> block) {
        boolean counts = Arrays.stream(block.getRecordComponents())
                .anyMatch(c -> c.getName().equals("count") || c.getName().equals("convolutions"));
        return counts ? STAGE : BLOCK;
    }

    String styleClass() {
        return "kind-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
