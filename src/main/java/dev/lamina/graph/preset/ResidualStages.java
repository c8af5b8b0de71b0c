package dev.lamina.graph.preset;

import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.ResidualBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.BatchNorm;
import java.util.List;

/** Stages of residual blocks: each after the first begins with stride 2 and has twice the channels. */
final class ResidualStages {
    private ResidualStages() {}

    /** The block a stage begins with. */
    interface First {
        ResidualBlock of(int channels, int stride);
    }

    /**
     * @param width channels of the first stage
     * @param blocks in each stage
     */
    static SequentialGraph after(SequentialGraph stem, int width, List<Integer> blocks, First first) {
        for (int stage = 1; stage <= blocks.size(); stage++) {
            ResidualBlock block = first.of(width << (stage - 1), stage == 1 ? 1 : 2);
            stem.then("stage" + stage, new ResidualStage(block, blocks.get(stage - 1)));
        }
        return stem;
    }

    /** Normalized and activated once more, which blocks need that end with a bare addition. */
    static SequentialGraph activated(SequentialGraph stages, Activation activation) {
        return stages.then("norm", BatchNorm.DEFAULT).then("activation", new ActivationLayer(activation));
    }
}
