package dev.lamina.backend.cpu.kernel;

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
        PlaneChunks chunks = new PlaneChunks(shape, (element, length, block, scratch) -> {
            long from = Stage.read(x, element, length, scratch, 0);
            long to = Stage.write(y, element, scratch, 1);
            long unit = c.row(Coefficients.UNIT, block);
            kernel.forward(from, to, length, unit, c.row(Coefficients.PARAMETER, block));
            Stage.wrote(y, element, length, scratch, 1);
        });
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> {
            c.setParameters(activation, shape.channels());
            team.run(body);
        };
    }

    /** dx = f′(x)·dy, and the gradients of the activation's parameters, overwritten. */
    public Launch backward(BlockedTensor x, BlockedTensor dy, BlockedTensor dx) {
        check(x);
        check(dy);
        check(dx);
        int rows = activation.gradients().size();
        ChannelSums sums = new ChannelSums(2, shape.paddedChannels(), team.size());
        PlaneChunks chunks = new PlaneChunks(shape, (element, length, block, scratch) -> {
            long xs = Stage.read(x, element, length, scratch, 0);
            long ds = Stage.read(dy, element, length, scratch, 1);
            long to = Stage.write(dx, element, scratch, 2);
            long unit = c.row(Coefficients.UNIT, block);
            long parameters = c.row(Coefficients.PARAMETER, block);
            kernel.gradient(xs, ds, to, length, unit, parameters, Stage.sums(scratch));
            Stage.wrote(dx, element, length, scratch, 2);
        });
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member), sums);
        return () -> {
            c.setParameters(activation, shape.channels());
            team.run(body);
            double[] total = sums.total();
            for (int i = 0; i < rows; i++) {
                activation.gradients().get(i).set(total, i * shape.paddedChannels(), shape.channels());
            }
        };
    }

    private void check(BlockedTensor tensor) {
        if (!tensor.shape().equals(shape)) {
            throw new IllegalArgumentException("activation over " + shape + " got " + tensor.shape());
        }
    }
}
