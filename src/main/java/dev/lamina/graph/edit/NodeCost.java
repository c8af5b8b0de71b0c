package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one node costs, known as soon as its input shapes are, whatever is wrong elsewhere.
 *
 * @param outputShape of one example
 * @param parameters trained values
 * @param flops floating-point operations of the forward pass for one example, two for each multiply-add
 */
public record NodeCost(Shape outputShape, long parameters, long flops) {
    /**
     * The cost of a node.
     *
     * @throws dev.lamina.nn.ShapeException if the inputs do not fit
     */
    public static NodeCost of(Node node, List<Shape> inputs, int classes) {
        return switch (node) {
            case Node.Input _ -> new NodeCost(inputs.getFirst(), 0, 0);
            case Node.OfLayer(String _, Layer layer) -> layer(layer, inputs);
            case Node.OfBlock(String _, Block block) -> block(block, inputs.getFirst());
            case Node.OfHead(String _, var head) -> composition(head.classifier(classes), inputs.getFirst());
        };
    }

    private static NodeCost layer(Layer layer, List<Shape> inputs) {
        Shape output = layer.outputShape(inputs);
        long parameters = layer.parameters(inputs).stream()
                .mapToLong(spec -> spec.shape().size())
                .sum();
        return new NodeCost(output, parameters, 2 * layer.multiplyAdds(inputs));
    }

    private static NodeCost block(Block block, Shape input) {
        return composition(block.body(input), input);
    }

    private static NodeCost composition(Composition composition, Shape input) {
        Map<String, Shape> shapes = new HashMap<>(Map.of(Composition.INPUT, input));
        Map<Object, NodeCost> known = new HashMap<>();
        NodeCost total = new NodeCost(input, 0, 0);
        for (Part part : composition.parts()) {
            List<Shape> inputs = part.inputs().stream()
                    .map(name -> Objects.requireNonNull(shapes.get(name)))
                    .toList();
            NodeCost cost = switch (part) {
                case Part.OfLayer inner -> layer(inner.layer(), inputs);
                // Stages repeat one block; equal blocks on equal inputs cost the same.
                case Part.OfBlock inner ->
                    known.computeIfAbsent(List.of(inner.block(), inputs), _ -> block(inner.block(), inputs.getFirst()));
            };
            shapes.put(part.name(), cost.outputShape());
            total = new NodeCost(cost.outputShape(), total.parameters + cost.parameters, total.flops + cost.flops);
        }
        return total;
    }
}
