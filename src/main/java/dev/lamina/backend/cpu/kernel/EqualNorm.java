package dev.lamina.backend.cpu.kernel;

/**
 * Weights [rows, n] of equal norm, Ŵ = s u / ‖u‖ with u = W − center for each row or the whole layer, and the gradient in
 * W for an upstream gradient g:
 * <pre>
 *   dW = s/‖u‖ (g − mean(g)·[centered] − (g·u / ‖u‖²) u)
 * </pre>
 * One pass over the rows sums, in double; a second one writes. Where ‖u‖ = 0 the result is 0.
 */
public final class EqualNorm {
    /** What has a norm of its own. */
    public enum Group {
        ROW,
        LAYER
    }

    /** What is taken off the weights first. */
    public enum Center {
        NOTHING,
        MEAN
    }

    /** @param squaredNorm of the layer, α */
    public record Rule(Group group, Center center, double squaredNorm) {}

    private final Team team;
    private final Rule rule;
    private final FlatTensor raw;
    private final FlatTensor upstream;
    private final FlatTensor result;
    private final RowMoments moments;
    private final double[] upstreamSums;
    private final double[] upstreamProducts;
    private final double[] centers;
    private final double[] factors;
    private final double[] offsets;
    private final double[] slopes;

    private EqualNorm(Team team, Rule rule, int rows, FlatTensor raw, FlatTensor upstream, FlatTensor result) {
        if (raw.length() != result.length() || raw.length() != upstream.length()) {
            throw new IllegalArgumentException(
                    "weights of different lengths: " + raw + ", " + upstream + ", " + result);
        }
        this.team = team;
        this.rule = rule;
        this.raw = raw;
        this.upstream = upstream;
        this.result = result;
        moments = new RowMoments(raw, rows);
        upstreamSums = new double[rows];
        upstreamProducts = new double[rows];
        centers = new double[rows];
        factors = new double[rows];
        offsets = new double[rows];
        slopes = new double[rows];
    }

    /** effective = Ŵ of raw, both plain float32. */
    public static Launch forward(Team team, Rule rule, int rows, FlatTensor raw, FlatTensor effective) {
        EqualNorm kernel = new EqualNorm(team, rule, rows, raw, raw, effective);
        Team.Body sum = kernel.moments::share;
        Team.Body write = kernel::writeEffective;
        return () -> {
            kernel.team.run(sum);
            kernel.settleNorms();
            kernel.team.run(write);
        };
    }

    /** gradient = dW for the upstream gradient in Ŵ, all plain float32. */
    public static Launch backward(
            Team team, Rule rule, int rows, FlatTensor raw, FlatTensor upstream, FlatTensor gradient) {
        EqualNorm kernel = new EqualNorm(team, rule, rows, raw, upstream, gradient);
        Team.Body sum = kernel::sumUpstream;
        Team.Body write = kernel::writeGradient;
        return () -> {
            kernel.team.run(sum);
            kernel.settleNorms();
            kernel.settleUpstream();
            kernel.team.run(write);
        };
    }

    private int groupRows() {
        return rule.group == Group.ROW ? 1 : moments.rows();
    }

    /** Center and s/‖u‖ of the group of each row. */
    private void settleNorms() {
        int group = groupRows();
        double norm = Math.sqrt(rule.squaredNorm * group / moments.rows());
        for (int first = 0; first < moments.rows(); first += group) {
            double center = 0;
            for (int row = first; rule.center == Center.MEAN && row < first + group; row++) {
                center += moments.mean(row) / group;
            }
            double squares = 0;
            for (int row = first; row < first + group; row++) {
                squares += moments.squaresAround(center, row);
            }
            for (int row = first; row < first + group; row++) {
                centers[row] = center;
                factors[row] = squares == 0 ? 0 : norm / Math.sqrt(squares);
                slopes[row] = squares;
            }
        }
    }

    /** dW = factor · (g − offset − slope · (W − center)). */
    private void settleUpstream() {
        int group = groupRows();
        long length = (long) group * moments.length();
        for (int first = 0; first < moments.rows(); first += group) {
            double sum = 0;
            double product = 0;
            for (int row = first; row < first + group; row++) {
                sum += upstreamSums[row];
                product += upstreamProducts[row] - centers[row] * upstreamSums[row];
            }
            for (int row = first; row < first + group; row++) {
                offsets[row] = rule.center == Center.MEAN ? sum / length : 0;
                slopes[row] = slopes[row] == 0 ? 0 : product / slopes[row];
            }
        }
    }

    private void sumUpstream(int member, int size) {
        moments.share(member, size);
        int length = moments.length();
        int end = Team.start(moments.rows(), member + 1, size);
        for (int row = Team.start(moments.rows(), member, size); row < end; row++) {
            long at = (long) row * length * Float.BYTES;
            upstreamSums[row] = RowMoments.sum(upstream.address() + at, length);
            upstreamProducts[row] = product(raw.address() + at, upstream.address() + at, length);
        }
    }

    private static double product(long w, long g, int length) {
        double a = 0;
        double b = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            a += (double) Memory.get(w + 4L * i) * Memory.get(g + 4L * i);
            b += (double) Memory.get(w + 4L * i + 4) * Memory.get(g + 4L * i + 4);
        }
        return i < length ? a + b + (double) Memory.get(w + 4L * i) * Memory.get(g + 4L * i) : a + b;
    }

    private void writeEffective(int member, int size) {
        int length = moments.length();
        int end = Team.start(moments.rows(), member + 1, size);
        for (int row = Team.start(moments.rows(), member, size); row < end; row++) {
            long w = raw.address() + (long) row * length * Float.BYTES;
            long to = result.address() + (long) row * length * Float.BYTES;
            double center = centers[row];
            double factor = factors[row];
            for (int i = 0; i < length; i++) {
                Memory.set(to + 4L * i, (float) (factor * (Memory.get(w + 4L * i) - center)));
            }
        }
    }

    private void writeGradient(int member, int size) {
        int length = moments.length();
        int end = Team.start(moments.rows(), member + 1, size);
        for (int row = Team.start(moments.rows(), member, size); row < end; row++) {
            long at = (long) row * length * Float.BYTES;
            gradientOfRow(row, raw.address() + at, upstream.address() + at, result.address() + at, length);
        }
    }

    private void gradientOfRow(int row, long w, long g, long to, int length) {
        double center = centers[row];
        double factor = factors[row];
        double offset = offsets[row];
        double slope = slopes[row];
        for (int i = 0; i < length; i++) {
            double along = slope * (Memory.get(w + 4L * i) - center);
            Memory.set(to + 4L * i, (float) (factor * (Memory.get(g + 4L * i) - offset - along)));
        }
    }
}
