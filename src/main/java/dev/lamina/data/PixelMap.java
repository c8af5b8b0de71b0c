package dev.lamina.data;

/**
 * What normalization does to the values that a data set stores, per channel [C], in float32:
 *   input = scale[c] · raw + offset[c],   scale = unit / standard deviation,   offset = −mean / standard deviation
 * with unit 1/255 for bytes and 1 for coordinates. Raw 0 is black, so black becomes the offset.
 */
public record PixelMap(float[] scale, float[] offset) {
    static PixelMap of(Pixels pixels, Normalization normalization) {
        float[] scale = new float[normalization.channels()];
        float[] offset = new float[normalization.channels()];
        for (int c = 0; c < scale.length; c++) {
            double deviation = normalization.standardDeviation().get(c);
            scale[c] = (float) (pixels.unitScale() / deviation);
            offset[c] = (float) (-normalization.mean().get(c) / deviation);
        }
        return new PixelMap(scale, offset);
    }
}
