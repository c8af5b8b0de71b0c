package dev.lamina.data.picture;

/**
 * Linear resampling of one axis with a triangle filter, widened when shrinking so that no pixel is skipped.
 *   weight(i, j) ∝ max(0, 1 − |(i + ½)/scale − (j + ½)| / support),   scale = to/from, support = max(1, 1/scale)
 * over the input pixels j that exist; the weights of an output pixel i add up to 1.
 * @param first the first input pixel of each output pixel
 * @param weights of the input pixels from there on
 */
record Resampling(int from, int[] first, float[][] weights) {
    static Resampling of(int from, int to) {
        double scale = (double) to / from;
        double support = Math.max(1, 1 / scale);
        int[] first = new int[to];
        float[][] weights = new float[to][];
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) / scale - 0.5;
            first[i] = Math.max(0, (int) Math.ceil(center - support));
            int last = Math.min(from - 1, (int) Math.floor(center + support));
            weights[i] = weights(center, support, first[i], last);
        }
        return new Resampling(from, first, weights);
    }

    private static float[] weights(double center, double support, int first, int last) {
        double[] raw = new double[last - first + 1];
        double sum = 0;
        for (int k = 0; k < raw.length; k++) {
            raw[k] = Math.max(0, 1 - Math.abs(first + k - center) / support);
            sum += raw[k];
        }
        float[] weights = new float[raw.length];
        for (int k = 0; k < raw.length; k++) {
            weights[k] = (float) (raw[k] / sum);
        }
        return weights;
    }

    /** [height, from] to [height, to]. */
    float[] alongRows(float[] plane, int height) {
        float[] result = new float[height * first.length];
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < first.length; i++) {
                result[row * first.length + i] = sum(plane, row * from, 1, i);
            }
        }
        return result;
    }

    /** [from, width] to [to, width]. */
    float[] alongColumns(float[] plane, int width) {
        float[] result = new float[first.length * width];
        for (int i = 0; i < first.length; i++) {
            for (int column = 0; column < width; column++) {
                result[i * width + column] = sum(plane, column, width, i);
            }
        }
        return result;
    }

    private float sum(float[] plane, int start, int stride, int output) {
        float sum = 0;
        for (int k = 0; k < weights[output].length; k++) {
            sum += weights[output][k] * plane[start + (first[output] + k) * stride];
        }
        return sum;
    }
}
