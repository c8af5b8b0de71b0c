package dev.lamina.backend.cpu.plan;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.program.InputOperation;
import dev.lamina.tensor.Shape;
import java.lang.foreign.MemorySegment;

/**
 * {@link InputOperation.Prepare} on plain float32, a row at a time; the planes are shared out among the team.
 *
 * @param shape of raw and x, [N, C, H, W]
 */
record InputKernel(
        Shape shape,
        MemorySegment raw,
        MemorySegment placement,
        MemorySegment scale,
        MemorySegment offset,
        MemorySegment x) {
    Runnable launch(Team team) {
        int planes = shape.axis(0) * shape.axis(1);
        return () -> team.run((member, size) -> {
            int end = Team.start(planes, member + 1, size);
            for (int plane = Team.start(planes, member, size); plane < end; plane++) {
                plane(plane);
            }
        });
    }

    private void plane(int plane) {
        int height = shape.axis(2);
        long first = (long) plane * height * shape.axis(3);
        int down = place(plane, 0);
        for (int i = 0; i < height; i++) {
            int row = i - down;
            boolean inside = row >= 0 && row < height;
            row(plane, inside ? first + (long) row * shape.axis(3) : -1, first + (long) i * shape.axis(3));
        }
    }

    /** @param from where the row begins in raw, negative for a black one */
    private void row(int plane, long from, long to) {
        int width = shape.axis(3);
        int right = place(plane, 1);
        boolean mirrored = place(plane, 2) != 0;
        int channel = plane % shape.axis(1);
        float factor = scale.getAtIndex(JAVA_FLOAT, channel);
        float black = offset.getAtIndex(JAVA_FLOAT, channel);
        for (int j = 0; j < width; j++) {
            int column = (mirrored ? width - 1 - j : j) - right;
            boolean inside = from >= 0 && column >= 0 && column < width;
            float pixel = inside ? raw.getAtIndex(JAVA_FLOAT, from + column) : 0;
            x.setAtIndex(JAVA_FLOAT, to + j, factor * pixel + black);
        }
    }

    /** One of an image's three numbers, see {@link InputOperation.Prepare}. */
    private int place(int plane, int number) {
        return (int) placement.getAtIndex(JAVA_FLOAT, 3L * (plane / shape.axis(1)) + number);
    }
}
