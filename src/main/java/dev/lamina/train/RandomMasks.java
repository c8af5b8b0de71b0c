package dev.lamina.train;

import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws what a network's random layers need at a step: it follows from the seed, the epoch, the step and the layer. */
final class RandomMasks {
    /** Fills the mask of one layer from a stream, after a part of the run. */
    private interface Drawing {
        void draw(HostTensor mask, MaskStream stream, double partDone);
    }

    private record Source(String name, Shape shape, Drawing drawing) {}

    private final List<Source> sources = new ArrayList<>();
    private final Seeds seeds;
    private final long totalSteps;

    RandomMasks(TrainingPlan plan) {
        this(
                plan.network(),
                plan.seeds(),
                (long) plan.epochs() * plan.learningRate().stepsPerEpoch());
    }

    /** @param totalSteps of the whole run */
    RandomMasks(ResolvedNetwork network, Seeds seeds, long totalSteps) {
        this.seeds = seeds;
        this.totalSteps = totalSteps;
        for (ResolvedLayer layer : network.layers()) {
            switch (layer.layer()) {
                case Dropout dropout
                when !dropout.dropsNothing() ->
                    add(layer, (mask, stream, _) -> stream.drop(mask.values(), dropout.probability()));
                case DropBlock block
                when !block.dropsNothing() ->
                    add(
                            layer,
                            (mask, stream, partDone) ->
                                    BlockMask.draw(mask, block.blockSize(), block.keepProbability(partDone), stream));
                case ActivationLayer(Rrelu rrelu) ->
                    add(layer, (mask, stream, _) -> stream.uniform(mask.values(), rrelu.lower(), rrelu.upper()));
                default -> {}
            }
        }
    }

    private void add(ResolvedLayer layer, Drawing drawing) {
        sources.add(new Source(layer.name(), layer.outputShape(), drawing));
    }

    /**
     * Adds one mask [N, …] for each random layer.
     *
     * @param before progress before the step
     */
    void addTo(Map<String, HostTensor> inputs, int batchSize, Progress before) {
        double partDone = Math.min(1, (double) before.step() / totalSteps);
        for (Source source : sources) {
            HostTensor mask = HostTensor.zeros(source.shape().batched(batchSize));
            long key = seeds.seed("mask " + source.name(), before.epoch(), before.stepInEpoch());
            source.drawing().draw(mask, new MaskStream(key), partDone);
            inputs.put(Programs.MASK_PREFIX + source.name(), mask);
        }
    }
}
