package dev.lamina.graph;

import dev.lamina.message.Message;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.ShapeException;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.layer.Layer;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The growing list of layers that nodes expand to. */
final class Expansion {
    /** Where a value comes from and what one example of it looks like. */
    record Output(int layer, Shape shape) {}

    private final List<ResolvedLayer> layers = new ArrayList<>();
    private String place = "";

    List<ResolvedLayer> layers() {
        return layers;
    }

    /** The path of what was expanded last; after an exception, of what did not fit. */
    String place() {
        return place;
    }

    Output layer(String path, Layer layer, List<Output> inputs) {
        place = path;
        List<Shape> shapes = inputs.stream().map(Output::shape).toList();
        List<Integer> indices = inputs.stream().map(Output::layer).toList();
        Shape outputShape = layer.outputShape(shapes);
        layer.parameters(shapes).forEach(Expansion::checkSize);
        layers.add(new ResolvedLayer(path, layer, indices, shapes, outputShape));
        return new Output(layers.size() - 1, outputShape);
    }

    Output block(String path, Block block, Output input) {
        place = path;
        return composition(path, block.body(input.shape()), input);
    }

    Output composition(String path, Composition composition, Output input) {
        Map<String, Output> outputs = new HashMap<>(Map.of(Composition.INPUT, input));
        Output last = input;
        for (Part part : composition.parts()) {
            String partPath = path + "/" + part.name();
            List<Output> inputs = part.inputs().stream()
                    .map(name -> named(name, outputs, path))
                    .toList();
            last = switch (part) {
                case Part.OfLayer inner -> layer(partPath, inner.layer(), inputs);
                case Part.OfBlock inner -> block(partPath, inner.block(), inputs.getFirst());
            };
            outputs.put(part.name(), last);
        }
        return last;
    }

    private static void checkSize(ParameterSpec spec) {
        if (spec.shape().size() > Integer.MAX_VALUE) {
            throw new ShapeException(
                    Message.of("graph.largeParameter", spec.name(), spec.shape().size(), Integer.MAX_VALUE));
        }
    }

    private static Output named(String name, Map<String, Output> outputs, String path) {
        Output output = outputs.get(name);
        if (output == null) {
            throw new IllegalStateException(
                    path + " has a part that follows " + name + ", which does not stand before it");
        }
        return output;
    }
}
