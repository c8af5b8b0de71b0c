package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.block.ResidualBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Optional;

/** Repeats a residual block n times in a row: the block becomes a stage, a stage gets another count, ×1 a block again. */
public record RepeatBlock(String id, int count) implements Edit {
    @Override
    public StepName name() {
        return StepName.of("repeat", id, count);
    }

    @Override
    public Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        boolean repeatable = drawing.node(id).orElse(null) instanceof Node.OfBlock(String _, var block)
                && (block instanceof ResidualBlock || block instanceof ResidualStage);
        return repeatable && count >= 1 ? Optional.empty() : Optional.of(Refusal.of("not-repeatable", id));
    }

    @Override
    public Drawing applyTo(Drawing drawing, Map<String, Shape> shapes) {
        return drawing.mapped(node -> node.id().equals(id) && node instanceof Node.OfBlock(String _, Block block)
                ? new Node.OfBlock(id, repeated(block))
                : node);
    }

    @Override
    public Optional<Change> mergedWith(Change next) {
        return next instanceof RepeatBlock other && other.id.equals(id) ? Optional.of(other) : Optional.empty();
    }

    private Block repeated(Block block) {
        return switch (block) {
            case ResidualBlock single when count > 1 -> new ResidualStage(single, count);
            case ResidualStage(ResidualBlock single, int _) -> count > 1 ? new ResidualStage(single, count) : single;
            default -> block;
        };
    }
}
