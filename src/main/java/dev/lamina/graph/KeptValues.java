package dev.lamina.graph;

import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.layer.SubsampleZeroPad;
import dev.lamina.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which values of the forward pass the backward pass needs again: inputs of convolutions, linear layers, batch
 * normalizations and max pools, outputs of activations, masks of dropout. A value needed twice is kept once.
 */
final class KeptValues {
    private KeptValues() {}

    /** Values kept of one example. */
    static long count(ResolvedNetwork network) {
        List<ResolvedLayer> layers = network.layers();
        Set<Integer> kept = new HashSet<>();
        long masks = 0;
        for (int i = 0; i < layers.size(); i++) {
            ResolvedLayer layer = layers.get(i);
            switch (layer.layer()) {
                case Conv2d _, Linear _, BatchNorm _, MaxPool _ -> kept.addAll(layer.inputs());
                case ActivationLayer _ -> kept.add(i);
                case Dropout _ -> masks += layer.outputShape().size();
                case AveragePool _, GlobalAveragePool _, Add _, Concatenate _, Flatten _, SubsampleZeroPad _ -> {}
            }
        }
        return masks + kept.stream().mapToLong(i -> shape(network, i).size()).sum();
    }

    private static Shape shape(ResolvedNetwork network, int index) {
        return index == ResolvedNetwork.INPUT
                ? network.inputShape()
                : network.layers().get(index).outputShape();
    }
}
