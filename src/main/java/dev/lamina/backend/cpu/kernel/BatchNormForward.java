package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The forward passes of {@link BatchNorm}: one over x for the statistics, one that writes y. */
final class BatchNormForward {
    /** Pixels of the first example from which the mean is estimated before it is known. */
    private static final int SAMPLES = 16;

    private final BatchNorm norm;
    private final BlockedTensor x;
    private final @Nullable BlockedTensor residual;
    private final BlockedTensor y;
    private final Coefficients c;

    BatchNormForward(BatchNorm norm, BlockedTensor x, @Nullable BlockedTensor residual, BlockedTensor y) {
        this.norm = norm;
        this.x = x;
        this.residual = residual;
        this.y = y;
        c = norm.coefficients;
    }

    Launch training(BatchNorm.Running running) {
        ChannelSums sums = new ChannelSums(2, norm.shape.paddedChannels(), norm.team.size());
        PlaneChunks forMoments = new PlaneChunks(norm.shape, this::momentsChunk);
        PlaneChunks forMap = new PlaneChunks(norm.shape, this::mapChunk);
        Team.Body moments = (member, size) -> forMoments.ascending(member, size, norm.team.scratch(member), sums);
        Team.Body map = (member, size) -> forMap.descending(member, size, norm.team.scratch(member));
        return () -> {
            estimateCenters();
            norm.team.run(moments);
            finish(sums.total(), running);
            norm.team.run(map);
        };
    }

    Launch inference(BatchNorm.Running running) {
        PlaneChunks chunks = new PlaneChunks(norm.shape, this::mapChunk);
        Team.Body map = (member, size) -> chunks.ascending(member, size, norm.team.scratch(member));
        return () -> {
            norm.setInference(running);
            norm.team.run(map);
        };
    }

    /**
     * A mean over a few pixels of the first example. Sums of squares are taken about it, so that a mean far from zero
     * costs no digits of the variance.
     */
    private void estimateCenters() {
        int pixels = norm.shape.pixels();
        int samples = Math.min(SAMPLES, pixels);
        for (int channel = 0; channel < norm.shape.channels(); channel++) {
            long plane = (long) (channel / Lanes.COUNT) * norm.shape.planeElements() + channel % Lanes.COUNT;
            double sum = 0;
            for (int i = 0; i < samples; i++) {
                sum += x.get(plane + (long) i * pixels / samples * Lanes.COUNT);
            }
            c.set(Coefficients.CENTER, channel, sum / samples);
        }
    }

    private void momentsChunk(long element, int length, int block, long scratch) {
        long at = Stage.read(x, element, length, scratch, 0);
        ChannelLoops.moments(at, length, c.row(Coefficients.CENTER, block), Stage.sums(scratch));
    }

    /** Statistics and affine map of every channel from Σ d and Σ d². */
    private void finish(double[] sums, BatchNorm.Running running) {
        c.setParameters(norm.activation, norm.shape.channels());
        double count = (double) norm.shape.batch() * norm.shape.pixels();
        int padded = norm.shape.paddedChannels();
        for (int channel = 0; channel < norm.shape.channels(); channel++) {
            double shift = sums[channel] / count;
            double mean = c.get(Coefficients.CENTER, channel) + shift;
            double variance = Math.max(0, sums[padded + channel] / count - shift * shift);
            double inverse = 1 / Math.sqrt(variance + norm.epsilon);
            norm.mean().setAtIndex(JAVA_FLOAT, channel, (float) mean);
            norm.inverseDeviation().setAtIndex(JAVA_FLOAT, channel, (float) inverse);
            norm.setAffine(channel, mean, inverse);
            blend(running.mean(), channel, running.momentum(), mean);
            double unbiased = count > 1 ? variance * count / (count - 1) : variance;
            blend(running.variance(), channel, running.momentum(), unbiased);
        }
    }

    private static void blend(MemorySegment statistic, int channel, double momentum, double value) {
        double old = statistic.getAtIndex(JAVA_FLOAT, channel);
        statistic.setAtIndex(JAVA_FLOAT, channel, (float) (old + momentum * (value - old)));
    }

    private void mapChunk(long element, int length, int block, long scratch) {
        long from = Stage.read(x, element, length, scratch, 0);
        long to = Stage.write(y, element, scratch, 1);
        long affine = c.row(Coefficients.SCALE, block);
        long parameters = c.row(Coefficients.PARAMETER, block);
        if (residual == null) {
            norm.kernel.forward(from, to, length, affine, parameters);
        } else {
            long r = Stage.read(residual, element, length, scratch, 2);
            norm.kernel.forwardAdd(from, r, to, length, affine, parameters);
        }
        Stage.wrote(y, element, length, scratch, 1);
    }
}
