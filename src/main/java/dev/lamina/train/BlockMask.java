package dev.lamina.train;

import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.Arrays;

/** A mask of {@link dev.lamina.nn.layer.DropBlock}. */
final class BlockMask {
    private BlockMask() {}

    /**
     * Fills a mask [N, C, H, W]. Between two squares as many places are passed over as a geometric distribution says, so
     * the cost is that of the squares.
     */
    static void draw(HostTensor mask, int blockSize, double keepProbability, MaskStream stream) {
        float[] values = mask.values();
        Arrays.fill(values, 1);
        if (keepProbability >= 1) {
            return;
        }
        Shape shape = mask.shape();
        int height = shape.axis(2);
        int width = shape.axis(3);
        int side = Math.min(blockSize, Math.min(height, width));
        int rows = height - side + 1;
        int columns = width - side + 1;
        double gamma = Math.min(1, (1 - keepProbability) / side / side * height * width / ((double) rows * columns));
        int corners = rows * columns;
        long places = (long) values.length / Math.multiplyExact(height, width) * corners;
        double logMiss = Math.log1p(-gamma);
        long place = skip(stream, logMiss);
        while (place < places) {
            long plane = place / corners;
            int within = (int) (place % corners);
            int corner = (int) plane * height * width + within / columns * width + within % columns;
            for (int row = 0; row < side; row++) {
                Arrays.fill(values, corner + row * width, corner + row * width + side, 0);
            }
            place += 1 + skip(stream, logMiss);
        }
        enlarge(values);
    }

    /** Places without a square before the next one. */
    private static long skip(MaskStream stream, double logMiss) {
        return (long) (Math.log(stream.nextUniform()) / logMiss);
    }

    private static void enlarge(float[] values) {
        long left = 0;
        for (float value : values) {
            left += value == 0 ? 0 : 1;
        }
        float factor = left == 0 ? 1 : (float) ((double) values.length / left);
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
