package dev.lamina.backend.cpu.kernel;

/** Rows of weights times a gain each, or all times one; backward both gradients. Sums in double. */
public final class RowGain {
    private final int rows;
    private final int length;
    private final FlatTensor unit;
    private final FlatTensor gain;
    private final FlatTensor upstream;
    private final FlatTensor result;
    private final double[] products;

    private RowGain(int rows, FlatTensor unit, FlatTensor gain, FlatTensor upstream, FlatTensor result) {
        if (unit.length() != result.length() || unit.length() != upstream.length()) {
            throw new IllegalArgumentException(
                    "weights of different lengths: " + unit + ", " + upstream + ", " + result);
        }
        this.rows = rows;
        this.length = Math.toIntExact(unit.length() / rows);
        this.unit = unit;
        this.gain = gain;
        this.upstream = upstream;
        this.result = result;
        this.products = new double[rows];
    }

    /** scaled = gain · unit, all plain float32. */
    public static Launch forward(Team team, int rows, FlatTensor unit, FlatTensor gain, FlatTensor scaled) {
        Team.Body body = new RowGain(rows, unit, gain, unit, scaled)::share;
        return () -> team.run(body);
    }

    /** dunit = gain · dscaled; dgain = Σ dscaled · unit. */
    public static Launch backward(
            Team team,
            int rows,
            FlatTensor unit,
            FlatTensor gain,
            FlatTensor dscaled,
            FlatTensor dunit,
            FlatTensor dgain) {
        RowGain kernel = new RowGain(rows, unit, gain, dscaled, dunit);
        Team.Body body = kernel::shareBackward;
        return () -> {
            team.run(body);
            kernel.settle(dgain);
        };
    }

    private float gain(int row) {
        return Memory.get(gain.address() + (gain.length() == 1 ? 0 : (long) row * Float.BYTES));
    }

    private void share(int member, int size) {
        int end = Team.start(rows, member + 1, size);
        for (int row = Team.start(rows, member, size); row < end; row++) {
            scale(row);
        }
    }

    private void scale(int row) {
        float factor = gain(row);
        long at = (long) row * length * Float.BYTES;
        for (int i = 0; i < length; i++) {
            Memory.set(result.address() + at + 4L * i, factor * Memory.get(upstream.address() + at + 4L * i));
        }
    }

    private void shareBackward(int member, int size) {
        int end = Team.start(rows, member + 1, size);
        for (int row = Team.start(rows, member, size); row < end; row++) {
            long at = (long) row * length * Float.BYTES;
            double product = 0;
            for (int i = 0; i < length; i++) {
                product += (double) Memory.get(upstream.address() + at + 4L * i)
                        * Memory.get(unit.address() + at + 4L * i);
            }
            products[row] = product;
            scale(row);
        }
    }

    private void settle(FlatTensor dgain) {
        double all = 0;
        for (int row = 0; row < rows; row++) {
            all += products[row];
            if (dgain.length() > 1) {
                Memory.set(dgain.address() + (long) row * Float.BYTES, (float) products[row]);
            }
        }
        if (dgain.length() == 1) {
            Memory.set(dgain.address(), (float) all);
        }
    }
}
