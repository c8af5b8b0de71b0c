package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.DOUBLES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Per-channel sums over a whole tensor: float32 within a plane, double across planes, members added in their order.
 */
final class ChannelSums {
    private final int rows;
    private final int channels;
    private final double[][] members;

    ChannelSums(int rows, int paddedChannels, int size) {
        this.rows = rows;
        channels = paddedChannels;
        members = new double[size][rows * paddedChannels];
    }

    /** Zeros a member's sums and the rows at {@link Stage#sums} of its scratch memory, into which kernels add. */
    void begin(int member, long scratch) {
        Arrays.fill(members[member], 0);
        clearRows(scratch);
    }

    private void clearRows(long scratch) {
        for (int row = 0; row < rows; row++) {
            Memory.store(FloatVector.zero(FLOATS), Stage.sums(scratch) + (long) row * Lanes.BYTES);
        }
    }

    /** Adds a plane's sums, one vector per row of the scratch memory, and zeros the rows for the next plane. */
    void add(int member, int block, long scratch) {
        double[] sums = members[member];
        for (int row = 0; row < rows; row++) {
            int to = row * channels + block * Lanes.COUNT;
            FloatVector plane = Memory.load(Stage.sums(scratch) + (long) row * Lanes.BYTES);
            add((DoubleVector) plane.convertShape(VectorOperators.F2D, DOUBLES, 0), sums, to);
            add((DoubleVector) plane.convertShape(VectorOperators.F2D, DOUBLES, 1), sums, to + DOUBLES.length());
        }
        clearRows(scratch);
    }

    private static void add(DoubleVector part, double[] sums, int to) {
        part.add(DoubleVector.fromArray(DOUBLES, sums, to)).intoArray(sums, to);
    }

    /** The total, row by row, each of the padded number of channels; valid until the next launch. */
    double[] total() {
        double[] total = members[0];
        for (int m = 1; m < members.length; m++) {
            for (int i = 0; i < total.length; i++) {
                total[i] += members[m][i];
            }
        }
        return total;
    }
}
