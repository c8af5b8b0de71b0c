package dev.lamina.backend.tornado.plan;

import java.util.List;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The matrices of explicit products, see {@link dev.lamina.backend.tornado.kernel.ExplicitProducts}; each operation
 * overwrites them. A library takes whole arrays, so they do not lie in the program's memory.
 */
public record ProductArrays(FloatArray taps, FloatArray weights, FloatArray pixels) {
    /** Floats of the largest of each; 0 where a program has no explicit product. */
    public record Sizes(int taps, int weights, int pixels) {
        static final Sizes NONE = new Sizes(0, 0, 0);

        Sizes max(Sizes other) {
            return new Sizes(
                    Math.max(taps, other.taps), Math.max(weights, other.weights), Math.max(pixels, other.pixels));
        }

        public long floats() {
            return (long) taps + weights + pixels;
        }
    }

    /** On the host nothing is ever written into them. */
    public static ProductArrays of(Sizes sizes) {
        return new ProductArrays(
                new FloatArray(Math.max(1, sizes.taps())),
                new FloatArray(Math.max(1, sizes.weights())),
                new FloatArray(Math.max(1, sizes.pixels())));
    }

    /** All three, or none where a program has no explicit product; TornadoVM has no empty arrays. */
    public List<FloatArray> used() {
        List<FloatArray> all = List.of(taps, weights, pixels);
        return all.stream().allMatch(array -> array.getSize() == 1) ? List.of() : all;
    }
}
