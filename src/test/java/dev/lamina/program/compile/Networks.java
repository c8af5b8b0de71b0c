package dev.lamina.program.compile;

import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Layer;
import dev.lamina.nn.layer.Linear;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small resolved networks, built layer by layer. */
final class Networks {
    private final Shape input;
    private final List<ResolvedLayer> layers = new ArrayList<>();

    Networks(Shape input) {
        this.input = input;
    }

    int add(String name, Layer layer, int... inputs) {
        List<Integer> indices = Arrays.stream(inputs).boxed().toList();
        List<Shape> shapes = indices.stream()
                .map(i -> i < 0 ? input : layers.get(i).outputShape())
                .toList();
        layers.add(new ResolvedLayer(name, layer, indices, shapes, layer.outputShape(shapes)));
        return layers.size() - 1;
    }

    ResolvedNetwork classify(int features, int classes) {
        add("head/logits", new Linear(classes, true), features);
        return new ResolvedNetwork(input, classes, layers, features, new SoftmaxHead(true, 0), Optional.empty());
    }

    /** conv-norm-relu, then a post-activation residual block whose shortcut has a convolution and norm, then the head. */
    static ResolvedNetwork residual() {
        var n = new Networks(Shape.of(3, 8, 8));
        int stem = n.add(
                "stem/activation",
                new ActivationLayer(new Relu()),
                n.add("stem/norm", BatchNorm.DEFAULT, n.add("stem/conv", Conv2d.same(4, 3, 1), -1)));
        int norm1 = n.add("block/norm1", BatchNorm.DEFAULT, n.add("block/conv1", Conv2d.same(8, 3, 2), stem));
        int act1 = n.add("block/activation1", new ActivationLayer(new Relu()), norm1);
        int norm2 = n.add("block/norm2", BatchNorm.DEFAULT, n.add("block/conv2", Conv2d.same(8, 3, 1), act1));
        int shortcut =
                n.add("block/shortcutNorm", BatchNorm.DEFAULT, n.add("block/shortcutConv", Conv2d.same(8, 1, 2), stem));
        int sum = n.add("block/add", new Add(), norm2, shortcut);
        int act2 = n.add("block/activation2", new ActivationLayer(new Relu()), sum);
        return n.classify(n.add("pool", new GlobalAveragePool(), act2), 10);
    }
}
