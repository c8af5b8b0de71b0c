package dev.lamina.backend.cases;

import dev.lamina.program.InputOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Set;

/** What prepares a network's input. */
public final class InputCases {
    private InputCases() {}

    /**
     * Images of bytes, placed one after the other: left as it is, moved inside the image each way, by just less than its
     * size, by its size, far beyond the border; mirrored and not.
     */
    public static OperationCase prepare(Draw draw, Shape images) {
        var builder = new CaseBuilder("prepare " + images);
        Shape channels = Shape.of(images.axis(1));
        Value raw = builder.input("raw", images, draw.uniform(images, 0, 256));
        Value placement = builder.constant(builder.input("placement", Shape.of(images.axis(0), 3), placements(images)));
        Value scale = builder.input("scale", channels, draw.uniform(channels, 0.0078125, 0.03125));
        Value offset = builder.input("offset", channels, draw.normal(channels));
        Value x = builder.output("x", images);
        builder.add(new InputOperation.Prepare("images", raw, placement, scale, offset, x));
        return builder.build(Rounding.ofProducts(Set.of("raw", "scale", "offset"), Map.of("x", 2)));
    }

    private static double[] placements(Shape images) {
        int height = images.axis(2);
        int width = images.axis(3);
        int[][] places = {
            {-1, 2, 1},
            {0, 0, 0},
            {1, -2, 0},
            {0, 1, 1},
            {height - 1, 1 - width, 1},
            {0, 0, 1},
            {-height, 0, 0},
            {0, width, 1},
            {1000, -1000, 0}
        };
        double[] placements = new double[3 * images.axis(0)];
        for (int k = 0; k < placements.length; k++) {
            placements[k] = places[k / 3 % places.length][k % 3];
        }
        return placements;
    }
}
