package dev.lamina.graph;

import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Add;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Concatenate;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.layer.Layer;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.layer.SubsampleZeroPad;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of the forward pass the backward pass needs again: inputs of convolutions and linear layers; inputs and
 * outputs of activations; winners of max pools; masks of dropout; the logits. A batch normalization is one operation with
 * the sum of two and the activation that alone read it, and needs its input, the residual and the output of the whole.
 * A value needed twice is kept once. Statistics, of which there is one a channel, are not counted.
 */
final class KeptValues {
    private final ResolvedNetwork network;
    private final List<ResolvedLayer> layers;
    private final List<List<Integer>> readers = new ArrayList<>();
    private final Set<Integer> differentiated = new HashSet<>();
    private final Set<Integer> absorbed = new HashSet<>();
    private final Set<Integer> kept = new HashSet<>();
    private long besideOutputs;

    private KeptValues(ResolvedNetwork network) {
        this.network = network;
        layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            readers.add(new ArrayList<>());
            List<Integer> inputs = inputs(i);
            boolean trained = !layers.get(i)
                    .layer()
                    .parameters(layers.get(i).inputShapes())
                    .isEmpty();
            if (trained || inputs.stream().anyMatch(differentiated::contains)) {
                differentiated.add(i);
            }
            if (!isAbsent(i)) {
                for (int input : inputs) {
                    if (input != ResolvedNetwork.INPUT) {
                        readers.get(input).add(i);
                    }
                }
            }
        }
    }

    /** Values kept of one example. */
    static long count(ResolvedNetwork network) {
        return new KeptValues(network).count();
    }

    private long count() {
        // Of two normalizations before a sum, the later one takes it.
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).layer() instanceof BatchNorm) {
                keepOfNorm(i);
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            if (differentiated.contains(i) && !absorbed.contains(i)) {
                keepOf(i);
            }
        }
        kept.add(source(layers.size() - 1));
        return besideOutputs + kept.stream().mapToLong(i -> shape(i).size()).sum();
    }

    private void keepOf(int index) {
        switch (layers.get(index).layer()) {
            case Conv2d _, Linear _ -> kept.addAll(inputs(index));
            // Of drawn slopes the factors are kept instead of the input.
            case ActivationLayer(var activation)
            when activation instanceof Rrelu -> besideOutputs += shape(index).size();
            case ActivationLayer _ -> {
                kept.addAll(inputs(index));
                kept.add(index);
            }
            case WindowPool pool -> keepOfPool(index, pool.needs());
            case Dropping _ ->
                besideOutputs += isAbsent(index) ? 0 : shape(index).size();
            case BatchNorm _, GlobalAveragePool _, Add _, Concatenate _, Flatten _, SubsampleZeroPad _ -> {}
        }
    }

    private void keepOfPool(int index, WindowPool.Needs needs) {
        switch (needs) {
            case NOTHING -> {}
            case WINNERS -> besideOutputs += shape(index).size();
            case INPUT_AND_OUTPUT -> {
                kept.addAll(inputs(index));
                kept.add(index);
            }
        }
    }

    private void keepOfNorm(int norm) {
        kept.addAll(inputs(norm));
        int last = norm;
        Optional<Integer> sum =
                soleReader(last, Add.class).filter(reader -> inputs(reader).size() == 2 && !absorbed.contains(reader));
        if (sum.isPresent()) {
            kept.addAll(
                    inputs(sum.get()).stream().filter(input -> input != norm).toList());
            absorbed.add(sum.get());
            last = sum.get();
        }
        Optional<Integer> activation = soleReader(last, ActivationLayer.class)
                .filter(reader -> !(layers.get(reader).layer() instanceof ActivationLayer(Rrelu _)));
        if (activation.isPresent()) {
            absorbed.add(activation.get());
            last = activation.get();
        }
        kept.add(last);
    }

    private Optional<Integer> soleReader(int index, Class<? extends Layer> kind) {
        List<Integer> all = readers.get(index);
        boolean fits =
                all.size() == 1 && kind.isInstance(layers.get(all.getFirst()).layer());
        return fits ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private List<Integer> inputs(int index) {
        return layers.get(index).inputs().stream().map(this::source).toList();
    }

    /** The layer whose output it is: dropout of nothing hands its input on. */
    private int source(int index) {
        return index != ResolvedNetwork.INPUT && isAbsent(index)
                ? source(layers.get(index).inputs().getFirst())
                : index;
    }

    private boolean isAbsent(int index) {
        return layers.get(index).layer() instanceof Dropping dropping && dropping.dropsNothing();
    }

    private Shape shape(int index) {
        return index == ResolvedNetwork.INPUT
                ? network.inputShape()
                : layers.get(index).outputShape();
    }
}
