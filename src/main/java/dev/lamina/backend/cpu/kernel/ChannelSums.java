package dev.lamina.backend.cpu.kernel;

import java.util.Arrays;

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
        Memory.zero(Stage.sums(scratch), (long) rows * Lanes.BYTES);
    }

    /** Adds a plane's sums, one vector per row of the scratch memory, and zeros the rows for the next plane. */
    void add(int member, int block, long scratch) {
        double[] sums = members[member];
        for (int row = 0; row < rows; row++) {
            int to = row * channels + block * Lanes.COUNT;
            long from = Stage.sums(scratch) + (long) row * Lanes.BYTES;
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                sums[to + lane] += Memory.get(from + lane * 4L);
            }
        }
        clearRows(scratch);
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
