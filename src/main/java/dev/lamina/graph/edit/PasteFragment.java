package dev.lamina.graph.edit;

import dev.lamina.tensor.Shape;
import java.util.Map;

/** Puts a copied piece on the canvas, shifted from where it lay. */
public record PasteFragment(GraphFragment fragment, double dx, double dy) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("paste", fragment.graph().nodes().size());
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return fragment.addedTo(drawing, dx, dy);
    }
}
