package dev.lamina.graph;

import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A layer with its place and shapes in a resolved network.
 *
 * @param name path of node and part names joined by '/', unique: "stage2/block1/conv1"
 * @param inputs indices into {@link ResolvedNetwork#layers()}; {@link ResolvedNetwork#INPUT} is the images
 * @param inputShapes shapes of one example at those inputs
 * @param outputShape shape of one example at the output
 * @param gain what a constraint on the weights adds to the layer's own parameters
 */
public record ResolvedLayer(
        String name,
        Layer layer,
        List<Integer> inputs,
        List<Shape> inputShapes,
        Shape outputShape,
        Optional<ParameterSpec> gain) {
    public ResolvedLayer {
        inputs = List.copyOf(inputs);
        inputShapes = List.copyOf(inputShapes);
    }

    /** Without a constraint on its weights. */
    public ResolvedLayer(String name, Layer layer, List<Integer> inputs, List<Shape> inputShapes, Shape outputShape) {
        this(name, layer, inputs, inputShapes, outputShape, Optional.empty());
    }

    /** What is trained of it. */
    public List<ParameterSpec> parameters() {
        return Stream.concat(layer.parameters(inputShapes).stream(), gain.stream())
                .toList();
    }

    ResolvedLayer withInputs(List<Integer> other) {
        return new ResolvedLayer(name, layer, other, inputShapes, outputShape, gain);
    }

    ResolvedLayer with(Optional<ParameterSpec> otherGain) {
        return new ResolvedLayer(name, layer, inputs, inputShapes, outputShape, otherGain);
    }
}
