package dev.lamina.backend.cpu.kernel;

/**
 * The sizes of a tensor [batch, channels, height, width] in the layout nChw{B}c: planes ordered by example, then by
 * block of B channels; within a plane row by row, pixel by pixel, B channels side by side. Channels are padded with
 * zeros to whole blocks.
 */
public record BlockedShape(int batch, int channels, int height, int width) {
    public BlockedShape {
        if (batch < 1 || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "every axis is at least 1, got [%d, %d, %d, %d]".formatted(batch, channels, height, width));
        }
    }

    /** Blocks of B channels. */
    public int blocks() {
        return (channels + Lanes.COUNT - 1) / Lanes.COUNT;
    }

    /** Channels of a block that are not padding. */
    int lanes(int block) {
        return Math.min(Lanes.COUNT, channels - block * Lanes.COUNT);
    }

    /** Channels with their padding. */
    public int paddedChannels() {
        return blocks() * Lanes.COUNT;
    }

    public int pixels() {
        return height * width;
    }

    /** Planes of one block of channels of one example each. */
    public int planes() {
        return batch * blocks();
    }

    /** Elements of a plane, B channels together. */
    public int planeElements() {
        return pixels() * Lanes.COUNT;
    }

    /** Stored elements, padding included. */
    public long elements() {
        return (long) planes() * planeElements();
    }
}
