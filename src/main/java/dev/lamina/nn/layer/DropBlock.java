package dev.lamina.nn.layer;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;
import java.util.List;

/**
 * DropBlock: in training squares of b×b elements are zeroed, in every channel others, and what is left is multiplied by
 * count/(count left), over the batch. A square begins at each place where it fits with the probability
 *   γ = (1 − keep)/b² · H W / ((H − b + 1)(W − b + 1)),   b no more than H and W
 * so that about 1 − keep of the elements is dropped. Source: Ghiasi et al. 2018, eq. 1 and algorithm 1. The masks are drawn
 * on the host.
 */
@JsonTypeName("drop-block")
@Origin(formula = "y = x∘M / M̄", source = "Ghiasi, Lin, Le 2018, algorithm 1")
public record DropBlock(
        @Setting(defaultValue = "7", min = 1, max = 1024, unit = "pixels", meaning = "side b of the squares")
        int blockSize,

        @Setting(
                defaultValue = "0.9",
                min = 0,
                minExclusive = true,
                max = 1,
                meaning = "share of the elements that is kept")
        double keepProbability,

        @Setting(
                defaultValue = "\"constant\"",
                meaning = "whether that share holds throughout, or falls to it linearly from 1 over the run")
        DropSchedule schedule)
        implements Dropping {
    /** The share that is kept after a part of the run's steps. */
    public double keepProbability(double partDone) {
        return switch (schedule) {
            case CONSTANT -> keepProbability;
            case LINEAR -> 1 - (1 - keepProbability) * partDone;
        };
    }

    @Override
    public boolean dropsNothing() {
        return keepProbability == 1;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shapes.featureMap(inputs);
    }
}
