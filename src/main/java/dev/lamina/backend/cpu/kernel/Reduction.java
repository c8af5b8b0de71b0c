package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.DOUBLES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Numbers taken of a whole tensor; padding counts as the zeros it holds. Run the launch, then read the result. */
public final class Reduction implements Launch {
    /** The sum over a chunk of whole vectors at an address. */
    @FunctionalInterface
    private interface Sum {
        double of(long address, int length);
    }

    private final Team team;
    private final FlatTensor tensor;
    private final Sum sum;
    private final double[] shares;
    private final Team.Body body = this::share;

    private Reduction(Team team, FlatTensor tensor, Sum sum) {
        this.team = team;
        this.tensor = tensor;
        this.sum = sum;
        shares = new double[team.size()];
    }

    /** Σ x², in double. */
    public static Reduction squaredNorm(Team team, FlatTensor tensor) {
        return new Reduction(team, tensor, Reduction::squares);
    }

    /** 0 if every element is finite, otherwise not a number. */
    public static Reduction nonFinite(Team team, FlatTensor tensor) {
        return new Reduction(team, tensor, Reduction::timesZero);
    }

    @Override
    public void run() {
        team.run(body);
    }

    /** What the last run found, members added in order. */
    public double value() {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        return total;
    }

    private void share(int member, int size) {
        long scratch = team.scratch(member);
        double total = 0;
        long end = Team.start(tensor.length(), Lanes.COUNT, member + 1, size);
        long from = Team.start(tensor.length(), Lanes.COUNT, member, size);
        while (from + Lanes.COUNT <= end) {
            int length = (int) Math.min(Stage.CHUNK, (end - from) / Lanes.COUNT * Lanes.COUNT);
            total += sum.of(Stage.read(tensor, from, length, scratch, 0), length);
            from += length;
        }
        if (from < end) {
            total += sum.of(Stage.fetch(tensor, from, (int) (end - from), scratch, 0), Lanes.COUNT);
        }
        shares[member] = total;
    }

    private static double squares(long x, int length) {
        DoubleVector low = DoubleVector.zero(DOUBLES);
        DoubleVector high = DoubleVector.zero(DOUBLES);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            FloatVector v = Memory.load(x + i);
            DoubleVector first = (DoubleVector) v.convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector second = (DoubleVector) v.convertShape(VectorOperators.F2D, DOUBLES, 1);
            low = first.fma(first, low);
            high = second.fma(second, high);
        }
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }

    private static double timesZero(long x, int length) {
        FloatVector sum = FloatVector.zero(FLOATS);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            sum = Memory.load(x + i).mul(0f).add(sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
