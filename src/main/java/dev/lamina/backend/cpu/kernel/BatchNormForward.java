package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forward passes of {@link BatchNorm}: one over x for the statistics, one that writes y. */
public final class BatchNormForward {
    /** Pixels of the first example from which the mean is estimated before it is known. */
    private static final int SAMPLES = 16;

    private static final int X_SLOT = 0;
    private static final int RESIDUAL_SLOT = 1;
    private static final int Y_SLOT = 2;

    private final BatchNorm norm;
    private final BlockedTensor x;
    private final @Nullable BlockedTensor residual;
    private final BlockedTensor y;
    private final Coefficients c;

    public BatchNormForward(BatchNorm norm, BlockedTensor x, @Nullable BlockedTensor residual, BlockedTensor y) {
        norm.check(x);
        norm.check(residual);
        norm.check(y);
        this.norm = norm;
        this.x = x;
        this.residual = residual;
        this.y = y;
        c = norm.coefficients;
    }

    /** y from x and the batch's statistics, which stay for {@link BatchNormBackward}; running statistics updated. */
    public Launch training(BatchNorm.Running running) {
        ChannelSums sums = new ChannelSums(2, norm.shape.paddedChannels(), norm.team.size());
        PlaneChunks forMoments = new PlaneChunks(norm.shape, momentsLoops());
        PlaneChunks forMap = new PlaneChunks(norm.shape, mapLoops());
        Team.Body moments = (member, size) -> forMoments.ascending(member, size, norm.team.scratch(member), sums);
        Team.Body map = (member, size) -> forMap.descending(member, size, norm.team.scratch(member));
        return () -> {
            estimateCenters();
            norm.team.run(moments);
            finish(sums.total(), running);
            norm.team.run(map);
        };
    }

    /** Test mode: y from x and the running statistics. */
    public Launch inference(BatchNorm.Running running) {
        PlaneChunks chunks = new PlaneChunks(norm.shape, mapLoops());
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

    private List<PlaneChunks.Body> momentsLoops() {
        return List.of(
                x.isFloat32()
                        ? (element, length, block, scratch) -> ChannelLoops.moments(
                                x.address(element), length, c.row(Coefficients.CENTER, block), Stage.sums(scratch))
                        : (element, length, block, scratch) -> Bfloat16.moments(
                                x.address(element), length, c.row(Coefficients.CENTER, block), Stage.sums(scratch)));
    }

    /** Statistics and affine map of every channel from Σ d and Σ d². */
    private void finish(double[] sums, BatchNorm.Running running) {
        norm.activation.setParameters(c, norm.shape.channels());
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

    private List<PlaneChunks.Body> mapLoops() {
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(x, X_SLOT));
        Operand from = Operand.of(x, X_SLOT);
        Operand to = Operand.of(y, Y_SLOT);
        if (residual == null) {
            loops.addAll(norm.kernel.forward(c, from, to));
        } else {
            loops.addAll(Operand.reading(residual, RESIDUAL_SLOT));
            loops.addAll(norm.kernel.forwardAdd(c, from, Operand.of(residual, RESIDUAL_SLOT), to));
        }
        loops.addAll(Operand.writing(y, Y_SLOT));
        return loops;
    }
}
