package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * An activation on plain row-major float32 [N, F], y = f(x) and dx = f′(x)·dy; a channel is a feature. Rows are taken
 * block by block of features; the last block of a row, if it is not whole, goes through scratch memory.
 */
public final class DenseActivation {
    private final Team team;
    private final int rows;
    private final int features;
    private final Activation activation;
    private final ActivationKernel kernel;
    private final Coefficients c;
    private final int padded;

    public DenseActivation(Team team, int rows, int features, Activation activation) {
        this.team = team;
        this.rows = rows;
        this.features = features;
        this.activation = activation;
        kernel = activation.kernel();
        padded = (features + Lanes.COUNT - 1) / Lanes.COUNT * Lanes.COUNT;
        c = new Coefficients(padded);
    }

    /** y = f(x). In place is allowed. */
    public Launch forward(MemorySegment x, MemorySegment y) {
        FlatTensor from = check(x);
        FlatTensor to = check(y);
        List<PlaneChunks.Body> whole = kernel.forward(c, Operand.of(from, 0), Operand.of(to, 1));
        List<PlaneChunks.Body> rest = kernel.forward(c, Operand.slot(0), Operand.slot(1));
        Team.Body body = (member, size) -> {
            long scratch = team.scratch(member);
            int end = Team.start(rows, member + 1, size);
            for (int row = Team.start(rows, member, size); row < end; row++) {
                for (int f = 0; f < features; f += Lanes.COUNT) {
                    if (features - f >= Lanes.COUNT) {
                        run(whole, row, f, scratch);
                    } else {
                        fetch(from, row, f, scratch, 0);
                        run(rest, row, f, scratch);
                        put(to, row, f, scratch, 1);
                    }
                }
            }
        };
        return () -> {
            c.setParameters(activation, features);
            team.run(body);
        };
    }

    /** dx = f′(x)·dy and the gradients of the activation's parameters, overwritten. dx = dy is allowed. */
    public Launch backward(MemorySegment x, MemorySegment dy, MemorySegment dx) {
        FlatTensor from = check(x);
        FlatTensor upstream = check(dy);
        FlatTensor to = check(dx);
        int trained = activation.gradients().size();
        ChannelSums sums = new ChannelSums(2, padded, team.size());
        var whole = kernel.gradient(c, Operand.of(from, 0), Operand.of(upstream, 1), Operand.of(to, 2));
        var rest = kernel.gradient(c, Operand.slot(0), Operand.slot(1), Operand.slot(2));
        Team.Body body = (member, size) -> {
            long scratch = team.scratch(member);
            sums.begin(member, scratch);
            int first = Team.start(rows, member, size);
            int end = Team.start(rows, member + 1, size);
            for (int f = 0; f < features; f += Lanes.COUNT) {
                for (int row = first; row < end; row++) {
                    if (features - f >= Lanes.COUNT) {
                        run(whole, row, f, scratch);
                    } else {
                        fetch(from, row, f, scratch, 0);
                        fetch(upstream, row, f, scratch, 1);
                        run(rest, row, f, scratch);
                        put(to, row, f, scratch, 2);
                    }
                }
                sums.add(member, f / Lanes.COUNT, scratch);
            }
        };
        return () -> {
            c.setParameters(activation, features);
            team.run(body);
            double[] total = sums.total();
            for (int i = 0; i < trained; i++) {
                activation.gradients().get(i).set(total, i * padded, features);
            }
        };
    }

    /** One block of features of one row. */
    private void run(List<PlaneChunks.Body> loops, int row, int feature, long scratch) {
        for (PlaneChunks.Body loop : loops) {
            loop.run((long) row * features + feature, Lanes.COUNT, feature / Lanes.COUNT, scratch);
        }
    }

    /** A row's last features, followed by zeros, into a slot. */
    private void fetch(FlatTensor from, int row, int feature, long scratch, int slot) {
        Stage.fetch(from, (long) row * features + feature, features - feature, scratch, slot);
    }

    /** A row's last features out of a slot. */
    private void put(FlatTensor to, int row, int feature, long scratch, int slot) {
        long address = to.address() + ((long) row * features + feature) * Float.BYTES;
        Memory.copy(Stage.slot(scratch, slot), address, (features - feature) * 4L);
    }

    private FlatTensor check(MemorySegment tensor) {
        return FlatTensor.of(tensor, (long) rows * features);
    }
}
