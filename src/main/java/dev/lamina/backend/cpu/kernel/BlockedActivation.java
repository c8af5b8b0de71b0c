package dev.lamina.backend.cpu.kernel;

import java.util.ArrayList;
import java.util.List;

/** An activation on its own, y = f(x) and dx = f′(x)·dy, on blocked tensors. In place (y = x, dx = dy) is allowed. */
public final class BlockedActivation {
    private final Team team;
    private final BlockedShape shape;
    private final Activation activation;
    private final ActivationKernel kernel;
    private final Coefficients c;

    public BlockedActivation(Team team, BlockedShape shape, Activation activation) {
        this.team = team;
        this.shape = shape;
        this.activation = activation;
        kernel = activation.kernel();
        c = new Coefficients(shape.paddedChannels());
    }

    /** y = f(x). */
    public Launch forward(BlockedTensor x, BlockedTensor y) {
        check(x);
        check(y);
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(x, 0));
        loops.addAll(kernel.forward(c, Operand.of(x, 0), Operand.of(y, 1)));
        loops.addAll(Operand.writing(y, 1));
        PlaneChunks chunks = new PlaneChunks(shape, loops);
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> {
            activation.setParameters(c, shape.channels());
            team.run(body);
        };
    }

    /** dx = f′(x)·dy, and the gradients of the activation's parameters, overwritten. */
    public Launch backward(BlockedTensor x, BlockedTensor dy, BlockedTensor dx) {
        check(x);
        check(dy);
        check(dx);
        List<ChannelParameter> gradients = activation.gradients();
        ChannelSums sums = new ChannelSums(2, shape.paddedChannels(), team.size());
        PlaneChunks chunks = new PlaneChunks(shape, backwardLoops(x, dy, dx));
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member), sums);
        return () -> {
            activation.setParameters(c, shape.channels());
            team.run(body);
            double[] total = sums.total();
            for (int i = 0; i < gradients.size(); i++) {
                gradients.get(i).set(total, i * shape.paddedChannels(), shape.channels());
            }
        };
    }

    private List<PlaneChunks.Body> backwardLoops(BlockedTensor x, BlockedTensor dy, BlockedTensor dx) {
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(x, 0));
        loops.addAll(Operand.reading(dy, 1));
        loops.addAll(kernel.gradient(c, Operand.of(x, 0), Operand.of(dy, 1), Operand.of(dx, 2)));
        loops.addAll(Operand.writing(dx, 2));
        return loops;
    }

    private void check(BlockedTensor tensor) {
        if (!tensor.shape().equals(shape)) {
            throw new IllegalArgumentException("activation over " + shape + " got " + tensor.shape());
        }
    }
}
