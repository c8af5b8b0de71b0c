package dev.lamina.backend.cpu.kernel;

import java.util.List;
import java.util.Optional;

/**
 * What a gradient meets in front of a residual sum and a ReLU in test mode: g = dy + addend where the ReLU let pass, 0
 * elsewhere. Without bits there is no ReLU, without addend one gradient alone. g may take the place of dy or the addend.
 */
public record GatedSum(Optional<BlockedTensor> addend, Optional<PassBits> bits) {
    /** As a pass of its own. */
    public Launch launch(Team team, BlockedTensor dy, BlockedTensor g) {
        check(dy.shape());
        check(g.shape());
        PlaneChunks chunks = new PlaneChunks(
                g.shape(),
                List.of((element, length, block, scratch) ->
                        apply(dy.address(element), g.address(element), element, length)));
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> team.run(body);
    }

    /** On the heels of what computes dy into g, which is apart from the addend. */
    Finish after(BlockedTensor g) {
        check(g.shape());
        return (element, length) -> apply(g.address(element), g.address(element), element, length);
    }

    private void check(BlockedShape shape) {
        addend.map(BlockedTensor::shape).filter(other -> !other.equals(shape)).ifPresent(other -> {
            throw new IllegalArgumentException("an addend of " + other + " to " + shape);
        });
        bits.map(PassBits::shape).filter(other -> !other.equals(shape)).ifPresent(other -> {
            throw new IllegalArgumentException("bits of " + other + " for " + shape);
        });
    }

    private void apply(long dy, long g, long element, int length) {
        if (addend.isPresent() && bits.isPresent()) {
            PassBits.keepSum(dy, addend.get().address(element), bits.get().address(element), g, length);
        } else if (addend.isPresent()) {
            ChannelLoops.add(dy, addend.get().address(element), g, length);
        } else if (bits.isPresent()) {
            PassBits.keep(dy, bits.get().address(element), g, length);
        } else if (dy != g) {
            Memory.copy(dy, g, (long) length * Float.BYTES);
        }
    }
}
