package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch norm over [N, C, H, W] with the activation, and if wanted the residual sum, that follow it:
 * <pre>
 *   y = f(γ (x − mean) / √(variance + ε) + β + residual)
 * </pre>
 * Mean and (biased) variance are the batch's in training and the running ones in inference. Source: Ioffe and Szegedy,
 * Batch Normalization, 2015. Sums are float32 within a plane and double across planes. The backward pass computes the
 * pre-activation again from x instead of keeping it or a mask.
 * All memory of parameters, statistics and their gradients is float32 padded to whole blocks of channels; γ and β are
 * zero in the padding, which keeps the padding of y and dx zero.
 */
public final class BatchNorm {
    /** γ and β. */
    public record Affine(MemorySegment gamma, MemorySegment beta) {}

    /**
     * Running statistics: statistic ← (1 − momentum)·statistic + momentum·batch statistic, the variance unbiased
     * (divided by N·H·W − 1), as in PyTorch.
     */
    public record Running(MemorySegment mean, MemorySegment variance, float momentum) {}

    /** Where the batch's mean and 1 / √(variance + ε) go, for the backward pass; padded channels. */
    public record Statistics(MemorySegment mean, MemorySegment inverseDeviation) {
        static Statistics allocate(BlockedShape shape) {
            long bytes = shape.paddedChannels() * 4L;
            return new Statistics(
                    Arena.ofAuto().allocate(bytes, 64), Arena.ofAuto().allocate(bytes, 64));
        }
    }

    final Team team;
    final BlockedShape shape;
    final double epsilon;
    final Affine affine;
    final Activation activation;
    final List<ChannelParameter> parameterGradients;
    final ActivationKernel kernel;
    final Coefficients coefficients;
    private final Statistics statistics;

    /** With memory of its own for the batch's statistics. */
    public BatchNorm(Team team, BlockedShape shape, double epsilon, Affine affine, Activation activation) {
        this(team, shape, epsilon, affine, activation, Statistics.allocate(shape));
    }

    public BatchNorm(
            Team team,
            BlockedShape shape,
            double epsilon,
            Affine affine,
            Activation activation,
            Statistics statistics) {
        this.team = team;
        this.shape = shape;
        this.epsilon = epsilon;
        this.affine = affine;
        this.activation = activation;
        parameterGradients = activation.gradients();
        kernel = activation.kernel();
        coefficients = new Coefficients(shape.paddedChannels());
        this.statistics = statistics;
    }

    /** The batch mean of the last training forward, padded channels. */
    public MemorySegment mean() {
        return statistics.mean;
    }

    /** 1 / √(variance + ε) of the last training forward, padded channels. */
    public MemorySegment inverseDeviation() {
        return statistics.inverseDeviation;
    }

    /** Sets the affine map of the forward direction from a mean and 1 / √(variance + ε). */
    void setAffine(int channel, double channelMean, double channelInverse) {
        double scale = affine.gamma.getAtIndex(JAVA_FLOAT, channel) * channelInverse;
        coefficients.set(Coefficients.SCALE, channel, scale);
        coefficients.set(
                Coefficients.SHIFT, channel, affine.beta.getAtIndex(JAVA_FLOAT, channel) - scale * channelMean);
    }

    /** The affine map and the activation's parameters of test mode. */
    void setInference(Running running) {
        activation.setParameters(coefficients, shape.channels());
        for (int c = 0; c < shape.channels(); c++) {
            double variance = running.variance.getAtIndex(JAVA_FLOAT, c);
            setAffine(c, running.mean.getAtIndex(JAVA_FLOAT, c), 1 / Math.sqrt(variance + epsilon));
        }
    }

    void check(@Nullable BlockedTensor tensor) {
        if (tensor != null && !tensor.shape().equals(shape)) {
            throw new IllegalArgumentException("batch norm over " + shape + " got " + tensor.shape());
        }
    }
}
