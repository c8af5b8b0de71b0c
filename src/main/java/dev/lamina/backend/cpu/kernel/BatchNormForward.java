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
    private final int planes;
    private final int planeElements;

    BatchNormForward(BatchNorm norm, BlockedTensor x, @Nullable BlockedTensor residual, BlockedTensor y) {
        this.norm = norm;
        this.x = x;
        this.residual = residual;
        this.y = y;
        c = norm.coefficients;
        planes = norm.shape.planes();
        planeElements = norm.shape.planeElements();
    }

    Launch training(BatchNorm.Running running) {
        ChannelSums sums = new ChannelSums(2, norm.shape.paddedChannels(), norm.team.size());
        Team.Body moments = (member, size) -> moments(member, size, sums);
        Team.Body map = this::map;
        return () -> {
            estimateCenters();
            norm.team.run(moments);
            finish(sums.total(), running);
            norm.team.run(map);
        };
    }

    Launch inference(BatchNorm.Running running) {
        Team.Body map = this::map;
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
            long plane = (long) (channel / Lanes.COUNT) * planeElements + channel % Lanes.COUNT;
            double sum = 0;
            for (int i = 0; i < samples; i++) {
                sum += x.get(plane + (long) i * pixels / samples * Lanes.COUNT);
            }
            c.set(Coefficients.CENTER, channel, sum / samples);
        }
    }

    private void moments(int member, int size, ChannelSums sums) {
        MemorySegment scratch = norm.team.scratch(member);
        sums.begin(member, scratch);
        MemorySegment xs = Stage.memory(x, scratch);
        int end = Team.start(planes, member + 1, size);
        for (int plane = Team.start(planes, member, size); plane < end; plane++) {
            int block = plane % norm.shape.blocks();
            long center = c.offset(Coefficients.CENTER, block);
            for (int from = 0; from < planeElements; from += Stage.CHUNK) {
                int length = Math.min(Stage.CHUNK, planeElements - from);
                long at = Stage.read(x, (long) plane * planeElements + from, length, scratch, 0);
                ChannelLoops.moments(xs, at, length, c.memory(), center, scratch, Stage.SUMS);
            }
            sums.add(member, block, scratch);
        }
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

    /** y from x. Backwards through the planes: those the statistics pass read last are still in the cache. */
    private void map(int member, int size) {
        MemorySegment scratch = norm.team.scratch(member);
        int first = Team.start(planes, member, size);
        for (int plane = Team.start(planes, member + 1, size) - 1; plane >= first; plane--) {
            int block = plane % norm.shape.blocks();
            for (int from = 0; from < planeElements; from += Stage.CHUNK) {
                int length = Math.min(Stage.CHUNK, planeElements - from);
                mapChunk((long) plane * planeElements + from, length, block, scratch);
            }
        }
    }

    private void mapChunk(long element, int length, int block, MemorySegment scratch) {
        MemorySegment xs = Stage.memory(x, scratch);
        MemorySegment ys = Stage.memory(y, scratch);
        long xo = Stage.read(x, element, length, scratch, 0);
        long yo = Stage.write(y, element, 1);
        long affine = c.offset(Coefficients.SCALE, block);
        long parameters = c.offset(Coefficients.PARAMETER, block);
        if (residual == null) {
            norm.kernel.forward(xs, xo, ys, yo, length, c.memory(), affine, parameters);
        } else {
            MemorySegment rs = Stage.memory(residual, scratch);
            long ro = Stage.read(residual, element, length, scratch, 2);
            long zo = Stage.slot(3);
            ChannelLoops.affineAdd(xs, xo, rs, ro, scratch, zo, length, c.memory(), affine);
            long unit = c.offset(Coefficients.UNIT, block);
            norm.kernel.forward(scratch, zo, ys, yo, length, c.memory(), unit, parameters);
        }
        Stage.wrote(y, element, length, scratch, 1);
    }
}
