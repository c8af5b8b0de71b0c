package dev.lamina.train;

import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws the masks of all dropout layers: 0 with probability p, 1/(1 − p) otherwise, from the seed, step and layer. */
final class DropoutMasks {
    private record Layer(String name, double probability, ResolvedLayer layer) {}

    private final List<Layer> layers;
    private final Seeds seeds;

    DropoutMasks(ResolvedNetwork network, Seeds seeds) {
        this.seeds = seeds;
        this.layers = network.layers().stream()
                .filter(layer -> layer.layer() instanceof Dropout)
                .map(layer -> new Layer(layer.name(), ((Dropout) layer.layer()).probability(), layer))
                .toList();
    }

    /** Adds one mask [N, …] for each dropout layer. */
    void addTo(Map<String, HostTensor> inputs, int batchSize, int epoch, int stepInEpoch) {
        for (Layer layer : layers) {
            RandomGenerator random = seeds.stream("dropout " + layer.name(), epoch, stepInEpoch);
            HostTensor mask = HostTensor.zeros(layer.layer().outputShape().batched(batchSize));
            float kept = (float) (1 / (1 - layer.probability()));
            float[] values = mask.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() < layer.probability() ? 0 : kept;
            }
            inputs.put(Programs.MASK_PREFIX + layer.name(), mask);
        }
    }
}
