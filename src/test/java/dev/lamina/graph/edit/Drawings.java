package dev.lamina.graph.edit;

import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.tensor.Shape;

/** Drawings of known networks. */
final class Drawings {
    private Drawings() {}

    static Drawing resNet(int depth) {
        return AutoLayout.of(
                new CifarResNet(depth, 16, Shortcut.PROJECTION).graph(new Relu(), new SoftmaxHead(true, 0)),
                Shape.of(3, 32, 32),
                10);
    }

    static Drawing leNet() {
        return AutoLayout.of(new LeNet5(6).graph(new Relu(), new SoftmaxHead(true, 0)), Shape.of(1, 28, 28), 10);
    }
}
