package dev.lamina.graph.edit;

import dev.lamina.tensor.Shape;
import java.util.Map;

/** Lays everything out anew. */
public record AutoArrange() implements Edit {
    @Override
    public StepName name() {
        return StepName.of("arrange");
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return AutoLayout.arranged(drawing);
    }
}
