package dev.lamina.graph.preset;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/**
 * Blocks in each of the four stages of the larger residual networks (He et al. 2016, table 1).
 *
 * @param bottleneck whether the blocks are bottlenecks
 */
record StageCounts(List<Integer> blocks, boolean bottleneck) {
    static StageCounts ofDepth(int depth) {
        return switch (depth) {
            case 18 -> new StageCounts(List.of(2, 2, 2, 2), false);
            case 34 -> new StageCounts(List.of(3, 4, 6, 3), false);
            case 50 -> new StageCounts(List.of(3, 4, 6, 3), true);
            default -> throw new BadInputException(Message.of("graph.depthOfStages", depth));
        };
    }
}
