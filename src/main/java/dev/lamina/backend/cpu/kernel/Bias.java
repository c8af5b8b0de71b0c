package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adding a bias per channel or feature, and its gradient, the sum of dy over everything else; bias float32. */
public final class Bias {
    private Bias() {}

    /** y = x + bias. In place is allowed. */
    public static Launch add(Team team, BlockedTensor x, MemorySegment bias, BlockedTensor y) {
        BlockedShape shape = x.shape();
        Coefficients c = new Coefficients(shape.paddedChannels());
        IdentityKernel kernel = new IdentityKernel();
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(x, 0));
        loops.addAll(kernel.forward(c, Operand.of(x, 0), Operand.of(y, 1)));
        loops.addAll(Operand.writing(y, 1));
        PlaneChunks chunks = new PlaneChunks(shape, loops);
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> {
            for (int channel = 0; channel < shape.channels(); channel++) {
                c.set(Coefficients.SHIFT, channel, bias.getAtIndex(JAVA_FLOAT, channel));
            }
            team.run(body);
        };
    }

    /** gradient[c] = Σ dy[·, c, ·, ·], overwritten; float32 within a plane, double across planes. */
    public static Launch gradient(Team team, BlockedTensor dy, MemorySegment gradient) {
        BlockedShape shape = dy.shape();
        ChannelSums sums = new ChannelSums(1, shape.paddedChannels(), team.size());
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(dy, 0));
        Operand from = Operand.of(dy, 0);
        loops.add((element, length, block, scratch) ->
                ChannelLoops.sum(from.at(element, scratch), length, Stage.sums(scratch)));
        PlaneChunks chunks = new PlaneChunks(shape, loops);
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member), sums);
        return () -> {
            team.run(body);
            double[] total = sums.total();
            for (int channel = 0; channel < shape.channels(); channel++) {
                gradient.setAtIndex(JAVA_FLOAT, channel, (float) total[channel]);
            }
        };
    }

    /** gradient[f] = Σ dy[·, f] of plain float32 dy [N, F], summed in double, features shared out among the members. */
    public static Launch denseGradient(Team team, int rows, int features, MemorySegment dy, MemorySegment gradient) {
        FlatTensor.of(dy, (long) rows * features);
        double[] sums = new double[features];
        Team.Body body = (member, size) -> {
            int first = Team.start(features, member, size);
            int end = Team.start(features, member + 1, size);
            Arrays.fill(sums, first, end, 0);
            for (int row = 0; row < rows; row++) {
                long from = dy.address() + (long) row * features * Float.BYTES;
                for (int f = first; f < end; f++) {
                    sums[f] += Memory.get(from + f * 4L);
                }
            }
            for (int f = first; f < end; f++) {
                gradient.setAtIndex(JAVA_FLOAT, f, (float) sums[f]);
            }
        };
        return () -> team.run(body);
    }
}
