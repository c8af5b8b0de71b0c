package dev.lamina.graph.edit;

import dev.lamina.tensor.Shape;
import java.util.Map;

/** Takes other data: the shape of one example and the number of classes. */
public record SetExamples(Shape exampleShape, int classes) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("examples", exampleShape, classes);
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return new Drawing(drawing.graph(), drawing.positions(), drawing.openBlocks(), exampleShape, classes);
    }
}
