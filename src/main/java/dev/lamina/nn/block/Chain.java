package dev.lamina.nn.block;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.Block.Composition;
import dev.lamina.nn.block.Block.Part;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a composition, each following the last one unless it names its inputs. */
final class Chain {
    private final List<Part> parts = new ArrayList<>();
    private String last = Composition.INPUT;

    Chain then(String name, Layer layer) {
        add(name, layer, last);
        return this;
    }

    Chain then(String name, Block block) {
        parts.add(new Part.OfBlock(name, block, List.of(last)));
        last = name;
        return this;
    }

    /** Convolution without bias that keeps the plane at stride 1, named conv + suffix. */
    Chain convolution(String suffix, int outputChannels, int kernelSize, int stride) {
        return then("conv" + suffix, Conv2d.same(outputChannels, kernelSize, stride));
    }

    /** Batch normalization, named norm + suffix. */
    Chain norm(String suffix) {
        return then("norm" + suffix, BatchNorm.DEFAULT);
    }

    /** Activation, named activation + suffix. */
    Chain activation(String suffix, Activation activation) {
        return then("activation" + suffix, new ActivationLayer(activation));
    }

    /** Adds a layer with the given inputs, makes it the last one and returns its name. */
    String add(String name, Layer layer, String... inputs) {
        parts.add(new Part.OfLayer(name, layer, List.of(inputs)));
        last = name;
        return name;
    }

    /** Adds the sum of two parts and makes it the last one. */
    Chain sum(String branch, String shortcut) {
        add("add", new Add(), branch, shortcut);
        return this;
    }

    String last() {
        return last;
    }

    Composition composition() {
        return new Composition(parts);
    }
}
