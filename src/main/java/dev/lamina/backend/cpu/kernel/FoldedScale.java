package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.COUNT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** The factor of a batch norm in test mode, γ / √(variance + ε), drawn into the weights in front of it. */
public final class FoldedScale {
    private final MemorySegment gamma;
    private final MemorySegment variance;
    private final double epsilon;

    /** @param variance the running one */
    public FoldedScale(MemorySegment gamma, MemorySegment variance, double epsilon) {
        this.gamma = gamma;
        this.variance = variance;
        this.epsilon = epsilon;
    }

    /** scaled = weights [channels, n] with each row times its channel's factor, plain float32. */
    public Launch launch(Team team, int channels, FlatTensor weights, FlatTensor scaled) {
        if (weights.length() != scaled.length() || weights.length() % channels != 0) {
            throw new IllegalArgumentException(channels + " rows of " + weights + " and " + scaled);
        }
        int row = Math.toIntExact(weights.length() / channels);
        Team.Body body = (member, size) -> {
            int end = Team.start(channels, member + 1, size);
            for (int c = Team.start(channels, member, size); c < end; c++) {
                long at = (long) c * row * Float.BYTES;
                scale(weights.address() + at, scaled.address() + at, row, factor(c));
            }
        };
        return () -> team.run(body);
    }

    private float factor(int channel) {
        double deviation = Math.sqrt(variance.getAtIndex(JAVA_FLOAT, channel) + epsilon);
        return (float) (gamma.getAtIndex(JAVA_FLOAT, channel) / deviation);
    }

    private static void scale(long weights, long scaled, int length, float factor) {
        int whole = length - length % COUNT;
        for (int i = 0; i < whole; i += COUNT) {
            Memory.store(Memory.load(weights + 4L * i).mul(factor), scaled + 4L * i);
        }
        for (int i = whole; i < length; i++) {
            Memory.set(scaled + 4L * i, Memory.get(weights + 4L * i) * factor);
        }
    }
}
