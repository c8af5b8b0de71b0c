package dev.lamina.data;

/** Writes normalised examples into batches: input = raw · scale[c] + shift[c]. */
final class PixelDecoder {
    private final Pixels pixels;
    private final int plane;
    private final float[] scale;
    private final float[] shift;

    PixelDecoder(ImageDataset data, Normalization normalization) {
        if (normalization.channels() != data.channels()) {
            throw new IllegalArgumentException("the normalization has " + normalization.channels() + " channels, "
                    + data.name() + " has " + data.channels());
        }
        pixels = data.pixels();
        plane = data.exampleShape().axis(1) * data.exampleShape().axis(2);
        scale = new float[data.channels()];
        shift = new float[data.channels()];
        for (int c = 0; c < data.channels(); c++) {
            double deviation = normalization.standardDeviation().get(c);
            scale[c] = (float) (pixels.unitScale() / deviation);
            shift[c] = (float) (-normalization.mean().get(c) / deviation);
        }
    }

    void decode(int example, float[] target, int offset) {
        for (int c = 0; c < scale.length; c++) {
            pixels.copyScaled(example, c * plane, (c + 1) * plane, scale[c], shift[c], target, offset);
        }
    }

    /** What a black pixel becomes, per channel. */
    float[] black() {
        return shift.clone();
    }
}
