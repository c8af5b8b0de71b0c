package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Per-channel float32 numbers that kernels need, one vector per row, the rows of a block of channels side by side. */
final class Coefficients {
    /** The affine map of a batch norm, z = scale·x + shift. */
    static final int SCALE = 0;

    static final int SHIFT = 1;
    /** The activation's two parameters. */
    static final int PARAMETER = 2;

    /** What is subtracted before summing: an estimate of the mean forward, the mean backward. */
    static final int CENTER = 4;
    /** dx = gradient·g + input·x + constant. */
    static final int GRADIENT = 5;

    static final int INPUT = 6;
    static final int CONSTANT = 7;
    private static final int ROWS = 8;

    private final MemorySegment memory;

    /** All zero but for the scale, which is 1: the affine map that changes nothing. */
    Coefficients(int paddedChannels) {
        memory = Arena.ofAuto().allocate((long) paddedChannels * ROWS * Float.BYTES, 64);
        for (int c = 0; c < paddedChannels; c++) {
            set(SCALE, c, 1);
        }
    }

    /** Address of the first row of a block; the others follow. */
    long rows(int block) {
        return row(0, block);
    }

    /** Address of a row of a block. */
    long row(int row, int block) {
        return memory.address() + ((long) block * ROWS + row) * Lanes.BYTES;
    }

    void set(int row, int channel, double value) {
        Memory.set(row(row, channel / Lanes.COUNT) + channel % Lanes.COUNT * 4L, (float) value);
    }

    float get(int row, int channel) {
        return Memory.get(row(row, channel / Lanes.COUNT) + channel % Lanes.COUNT * 4L);
    }
}
