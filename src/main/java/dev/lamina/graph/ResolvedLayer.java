package dev.lamina.graph;

import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * A layer with its place and shapes in a resolved network.
 *
 * @param name path of node and part names joined by '/', unique: "stage2/block1/conv1"
 * @param inputs indices into {@link ResolvedNetwork#layers()}; {@link ResolvedNetwork#INPUT} is the images
 * @param inputShapes shapes of one example at those inputs
 * @param outputShape shape of one example at the output
 */
public record ResolvedLayer(
        String name, Layer layer, List<Integer> inputs, List<Shape> inputShapes, Shape outputShape) {
    public ResolvedLayer {
        inputs = List.copyOf(inputs);
        inputShapes = List.copyOf(inputShapes);
    }

    ResolvedLayer withInputs(List<Integer> other) {
        return new ResolvedLayer(name, layer, other, inputShapes, outputShape);
    }
}
