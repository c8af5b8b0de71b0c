package dev.lamina.backend.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** What is handed in, made a network's input. */
public final class Inputs {
    private Inputs() {}

    /**
     * x [N, C, H, W] = scale [C] · pixel + offset [C]: the pixel of raw [N, C, H, W] that moving by placement [N, 3] = rows down,
     * columns to the right, and then mirroring where the third is not 0 brings there, 0 where none does.
     */
    public static void laminaPrepare(
            KernelContext context,
            FloatArray m,
            int raw,
            int placement,
            int scale,
            int offset,
            int x,
            int channels,
            int height,
            int width,
            int n) {
        int i = context.globalIdx;
        if (i < n) {
            int column = i % width;
            int row = (i / width) % height;
            int map = i / (width * height);
            int place = placement + map / channels * 3;
            if (m.get(place + 2) != 0f) {
                column = width - 1 - column;
            }
            row -= (int) m.get(place);
            column -= (int) m.get(place + 1);
            float pixel = 0f;
            if (row >= 0 && row < height && column >= 0 && column < width) {
                pixel = m.get(raw + (map * height + row) * width + column);
            }
            int channel = map % channels;
            m.set(x + i, m.get(scale + channel) * pixel + m.get(offset + channel));
        }
    }
}
