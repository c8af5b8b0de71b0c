package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A block that adds what its branch computes to a shortcut of its input: y = F(x) + S(x). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ResidualBlock extends Block
        permits BasicBlock, BottleneckBlock, PreActivationBlock, PreActivationBottleneck, NoPreActivationBottleneck {
    /** The same block with stride 1, as it stands after the first of a stage. */
    ResidualBlock withoutStride();
}
