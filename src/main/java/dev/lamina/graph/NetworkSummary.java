package dev.lamina.graph;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Sgd;
import java.util.List;
import java.util.Optional;

/**
 * What a network costs, layer by layer and in total.
 *
 * @param keptBytes what the backward pass needs of one example's forward pass, in float32
 */
public record NetworkSummary(List<LayerSummary> layers, long keptBytes) {
    private static final int VALUE_BYTES = Float.BYTES;

    public NetworkSummary {
        layers = List.copyOf(layers);
    }

    public static NetworkSummary of(ResolvedNetwork network) {
        List<LayerSummary> layers =
                network.layers().stream().map(NetworkSummary::summary).toList();
        return new NetworkSummary(layers, KeptValues.count(network) * VALUE_BYTES);
    }

    /** Trained values of the whole network. */
    public long parameters() {
        return layers.stream().mapToLong(LayerSummary::parameters).sum();
    }

    /** Floating-point operations of the forward pass for one example. */
    public long flops() {
        return layers.stream().mapToLong(LayerSummary::flops).sum();
    }

    /**
     * An estimate of what a training step holds in float32:
     *   4 bytes · parameters · (1 + 1 for the gradient + the optimizer's values for each) + batch size · {@link #keptBytes}
     * Left out: gradients of activations while they pass, scratch space of the backend, reordered copies of weights.
     */
    public long trainingMemoryBytes(int batchSize, Optimizer optimizer) {
        int optimizerValues = switch (optimizer) {
            case Sgd _ -> 1;
            case Adam _ -> 2;
        };
        return VALUE_BYTES * parameters() * (2 + optimizerValues) + batchSize * keptBytes;
    }

    private static LayerSummary summary(ResolvedLayer layer) {
        long parameters = layer.parameters().stream()
                .mapToLong(spec -> spec.shape().size())
                .sum();
        long flops = 2 * layer.layer().multiplyAdds(layer.inputShapes());
        return new LayerSummary(layer.name(), type(layer), layer.outputShape(), parameters, flops);
    }

    private static String type(ResolvedLayer layer) {
        Object vocabulary = layer.layer() instanceof ActivationLayer(var activation) ? activation : layer.layer();
        return Optional.ofNullable(vocabulary.getClass().getAnnotation(JsonTypeName.class))
                .map(JsonTypeName::value)
                .orElseThrow(() -> new IllegalStateException(vocabulary.getClass() + " has no id for files"));
    }
}
