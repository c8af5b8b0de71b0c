package dev.lamina.data;

/** Writes examples into batches, normalised or raw. */
final class PixelDecoder {
    private final Pixels pixels;
    private final int plane;
    private final PixelMap map;

    PixelDecoder(ImageDataset data, Normalization normalization) {
        if (normalization.channels() != data.channels()) {
            throw new IllegalArgumentException("the normalization has " + normalization.channels() + " channels, "
                    + data.name() + " has " + data.channels());
        }
        pixels = data.pixels();
        plane = data.exampleShape().axis(1) * data.exampleShape().axis(2);
        map = PixelMap.of(pixels, normalization);
    }

    /** Normalised. */
    void decode(int example, float[] target, int offset) {
        for (int c = 0; c < map.scale().length; c++) {
            pixels.copyScaled(example, c * plane, (c + 1) * plane, map.scale()[c], map.offset()[c], target, offset);
        }
    }

    /** As stored. */
    void decodeRaw(int example, float[] target, int offset) {
        pixels.copyScaled(example, 0, pixels.length(example), 1, 0, target, offset);
    }

    /** What makes raw values normalised ones. */
    PixelMap map() {
        return map;
    }
}
