package dev.lamina.program;

import java.util.List;

/** Operations on what is handed in, before the network. */
public sealed interface InputOperation extends Operation {
    /**
     * A network's input from raw pixels: each image moved, mirrored, and mapped channel by channel,
     * <pre>
     *   x[n, c, i, j] = scale[c] · p + offset[c]
     *   p = raw[n, c, i − placement[n, 0], k − placement[n, 1]],  k = W − 1 − j if placement[n, 2] ≠ 0, else j
     * </pre>
     * and p = 0, black, where that lies outside of the image. So the crop comes first, then the reflection, then the map, and
     * what a crop lets in is black before it. Shapes: raw and x [N, C, H, W], placement [N, 3], scale and offset [C]. Placements
     * are whole numbers in pixels, of any size. Not differentiated: gradients are taken in x.
     * Worked example: a row 1 2 3 moved by 1 and mirrored with scale 2 and offset 5 becomes 9 7 5.
     */
    record Prepare(String layer, Value raw, Value placement, Value scale, Value offset, Value x)
            implements InputOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(raw, placement, scale, offset), List.of(x));
        }
    }
}
