package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;

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
        check(x);
        check(y);
        Team.Body body = (member, size) -> {
            long scratch = team.scratch(member);
            int end = Team.start(rows, member + 1, size);
            for (int row = Team.start(rows, member, size); row < end; row++) {
                for (int f = 0; f < features; f += Lanes.COUNT) {
                    long at = ((long) row * features + f) * Float.BYTES;
                    forward(x.address() + at, y.address() + at, f, scratch);
                }
            }
        };
        return () -> {
            c.setParameters(activation, features);
            team.run(body);
        };
    }

    private void forward(long x, long y, int feature, long scratch) {
        int block = feature / Lanes.COUNT;
        long unit = c.row(Coefficients.UNIT, block);
        long parameters = c.row(Coefficients.PARAMETER, block);
        int rest = features - feature;
        if (rest >= Lanes.COUNT) {
            kernel.forward(x, y, Lanes.COUNT, unit, parameters);
        } else {
            long result = Stage.slot(scratch, 1);
            kernel.forward(fetch(x, scratch, 0, rest), result, Lanes.COUNT, unit, parameters);
            Memory.copy(result, y, rest * 4L);
        }
    }

    /** dx = f′(x)·dy and the gradients of the activation's parameters, overwritten. dx = dy is allowed. */
    public Launch backward(MemorySegment x, MemorySegment dy, MemorySegment dx) {
        check(x);
        check(dy);
        check(dx);
        int trained = activation.gradients().size();
        ChannelSums sums = new ChannelSums(2, padded, team.size());
        Team.Body body = (member, size) -> {
            long scratch = team.scratch(member);
            sums.begin(member, scratch);
            int first = Team.start(rows, member, size);
            int end = Team.start(rows, member + 1, size);
            for (int f = 0; f < features; f += Lanes.COUNT) {
                for (int row = first; row < end; row++) {
                    long at = ((long) row * features + f) * Float.BYTES;
                    gradient(x.address() + at, dy.address() + at, dx.address() + at, f, scratch);
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

    private void gradient(long x, long dy, long dx, int feature, long scratch) {
        int block = feature / Lanes.COUNT;
        long unit = c.row(Coefficients.UNIT, block);
        long parameters = c.row(Coefficients.PARAMETER, block);
        int rest = features - feature;
        if (rest >= Lanes.COUNT) {
            kernel.gradient(x, dy, dx, Lanes.COUNT, unit, parameters, Stage.sums(scratch));
        } else {
            long xs = fetch(x, scratch, 0, rest);
            long ds = fetch(dy, scratch, 1, rest);
            kernel.gradient(xs, ds, ds, Lanes.COUNT, unit, parameters, Stage.sums(scratch));
            Memory.copy(ds, dx, rest * 4L);
        }
    }

    /** A row's last features, followed by zeros, in a slot. */
    private static long fetch(long from, long scratch, int slot, int count) {
        long to = Stage.slot(scratch, slot);
        Memory.zero(to, Lanes.BYTES);
        Memory.copy(from, to, count * 4L);
        return to;
    }

    private void check(MemorySegment tensor) {
        FlatTensor.of(tensor, (long) rows * features);
    }
}
