package dev.lamina.graph;

import dev.lamina.nn.head.Head;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A network without open questions: blocks expanded, the head's classifier among the layers, layers in topological
 * order, every shape known.
 *
 * @param inputShape of one example
 * @param layers the last one's output are the logits [classes]
 * @param features index of the layer whose output enters the head, or {@link #INPUT}
 * @param equalNorm the constraint on the weights of {@link ConstrainedLayers}
 */
public record ResolvedNetwork(
        Shape inputShape,
        int classes,
        List<ResolvedLayer> layers,
        int features,
        Head head,
        Optional<EqualNorm> equalNorm) {
    /** Stands for the images among a layer's inputs. */
    public static final int INPUT = -1;

    public ResolvedNetwork {
        layers = List.copyOf(layers);
    }

    /** The same network under a constraint, which must be possible: see {@link ConstrainedLayers#constrain}. */
    ResolvedNetwork with(EqualNorm constraint, List<ResolvedLayer> constrained) {
        return new ResolvedNetwork(inputShape, classes, constrained, features, head, Optional.of(constraint));
    }

    /** The first layers as a network of their own, which ends in the last one's features; names stay as they are. */
    public ResolvedNetwork firstLayers(int count) {
        return new ResolvedNetwork(
                inputShape, classes, layers.subList(0, count), Math.min(features, count - 1), head, equalNorm);
    }

    /** The head's layers as a network of their own, whose input are the features; names stay as they are. */
    public ResolvedNetwork classifier() {
        int first = features + 1;
        List<ResolvedLayer> moved = layers.subList(first, layers.size()).stream()
                .map(layer -> layer.withInputs(layer.inputs().stream()
                        .map(i -> i < first ? INPUT : i - first)
                        .toList()))
                .toList();
        Shape shape = features == INPUT ? inputShape : layers.get(features).outputShape();
        return new ResolvedNetwork(shape, classes, moved, INPUT, head, equalNorm);
    }

    /** All trained parameters, in the order of the layers. */
    public List<NamedParameter> parameters() {
        return layers.stream()
                .flatMap(layer -> layer.parameters().stream()
                        .map(spec -> new NamedParameter(layer.name() + "." + spec.name(), layer.name(), spec)))
                .toList();
    }

    /** All values kept between steps without training, in the order of the layers. */
    public List<NamedState> state() {
        return layers.stream()
                .flatMap(layer -> layer.layer().state(layer.inputShapes()).stream()
                        .map(spec -> new NamedState(layer.name() + "." + spec.name(), layer.name(), spec)))
                .toList();
    }
}
