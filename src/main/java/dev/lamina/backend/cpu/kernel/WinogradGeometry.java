package dev.lamina.backend.cpu.kernel;

/**
 * How a stride-1, padding-1 3×3 convolution is cut into 4×4 tiles of its output. A band is one row of tiles of one
 * example; bands are numbered example by example. Tiles that reach over the edge are computed whole, on zeros.
 */
record WinogradGeometry(int batch, int inputBlocks, int outputBlocks, int height, int width) {
    static final int TILE = 4;
    /** Products of one tile: (4 + 3 − 1)². */
    static final int POINTS = 36;
    /** Floats between the points of an operand beside its own, to keep 36 streams out of the same cache sets. */
    static final int PAD = 16;

    private static final int LARGE_CHANNELS = 256;

    int tileRows() {
        return (height + TILE - 1) / TILE;
    }

    /** Tiles of a band. */
    int tileColumns() {
        return (width + TILE - 1) / TILE;
    }

    int bands() {
        return batch * tileRows();
    }

    long rowBytes() {
        return (long) width * Lanes.BYTES;
    }

    long planeBytes() {
        return height * rowBytes();
    }

    /** The byte offset of one block of channels of one example. */
    long plane(int example, int blocks, int block) {
        return ((long) example * blocks + block) * planeBytes();
    }

    /** Floats of a row of a band with its border of zeros. */
    int bandPitch() {
        return (tileColumns() * TILE + 2) * Lanes.COUNT;
    }

    /** Of so many output blocks, those that one product kernel takes together: as many as registers hold sums for. */
    static int group(int outputBlocks) {
        return Lanes.REGISTERS == 32 && outputBlocks % 4 == 0 ? 4 : outputBlocks % 2 == 0 ? 2 : 1;
    }

    int group() {
        return group(outputBlocks);
    }

    /** Whether weights are so many that they are better not transformed all at once. */
    boolean isLarge() {
        return (long) inputBlocks * outputBlocks * Lanes.COUNT * Lanes.COUNT >= LARGE_CHANNELS * LARGE_CHANNELS;
    }

    int groups() {
        return outputBlocks / group();
    }

    /** The convolution that carries gradients from the output back to the input. */
    WinogradGeometry transposed() {
        return new WinogradGeometry(batch, outputBlocks, inputBlocks, height, width);
    }
}
