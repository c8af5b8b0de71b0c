package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.List;
import java.util.Objects;

/**
 * The backward passes of {@link BatchNorm}. With g = f′(z)·dy, x̂ = (x − mean)·inverse and n = N·H·W:
 * <pre>
 *   dβ = Σ g     dγ = Σ g·x̂     dx = γ·inverse·(g − dβ/n − x̂·dγ/n)
 * </pre>
 * The first pass takes the sums, the second writes dx. Where the residual's gradient g is wanted the first pass writes
 * it and the second reads it; otherwise both compute it.
 */
final class BatchNormBackward {
    private static final int G_SLOT = 3;

    private final BatchNorm norm;
    private final BatchNormGradients t;
    private final Coefficients c;

    BatchNormBackward(BatchNorm norm, BatchNormGradients tensors) {
        this.norm = norm;
        t = tensors;
        c = norm.coefficients;
    }

    Launch training(BatchNorm.Affine gradient) {
        ChannelSums sums = new ChannelSums(4, norm.shape.paddedChannels(), norm.team.size());
        PlaneChunks forSums = new PlaneChunks(norm.shape, this::sumChunk);
        PlaneChunks forInput = new PlaneChunks(norm.shape, this::inputChunk);
        Team.Body first = (member, size) -> forSums.ascending(member, size, norm.team.scratch(member), sums);
        Team.Body second = (member, size) -> forInput.descending(member, size, norm.team.scratch(member));
        return () -> {
            prepare();
            norm.team.run(first);
            finish(sums.total(), gradient);
            norm.team.run(second);
        };
    }

    Launch inference(BatchNorm.Running running) {
        PlaneChunks chunks = new PlaneChunks(norm.shape, this::inferenceChunk);
        Team.Body body = (member, size) -> chunks.ascending(member, size, norm.team.scratch(member));
        return () -> {
            norm.setInference(running);
            for (int channel = 0; channel < norm.shape.channels(); channel++) {
                setInput(channel, c.get(Coefficients.SCALE, channel), 0, 0);
            }
            norm.team.run(body);
        };
    }

    private void prepare() {
        c.setParameters(norm.activation, norm.shape.channels());
        for (int channel = 0; channel < norm.shape.channels(); channel++) {
            double mean = norm.mean().getAtIndex(JAVA_FLOAT, channel);
            norm.setAffine(channel, mean, norm.inverseDeviation().getAtIndex(JAVA_FLOAT, channel));
            c.set(Coefficients.CENTER, channel, mean);
        }
    }

    private void sumChunk(long element, int length, int block, long scratch) {
        long x = Stage.read(t.x(), element, length, scratch, 0);
        long dy = dy(element, length, scratch);
        long affine = c.row(Coefficients.SCALE, block);
        long parameters = c.row(Coefficients.PARAMETER, block);
        long center = c.row(Coefficients.CENTER, block);
        BlockedTensor residual = t.residual();
        if (residual == null) {
            norm.kernel.sums(x, dy, length, affine, parameters, center, Stage.sums(scratch), Stage.slot(scratch, 6));
        } else {
            long r = Stage.read(residual, element, length, scratch, 5);
            long g = Stage.write(kept(), element, scratch, G_SLOT);
            norm.kernel.sumsAdd(
                    x, r, dy, g, length, affine, parameters, center, Stage.sums(scratch), Stage.slot(scratch, 6));
            Stage.wrote(kept(), element, length, scratch, G_SLOT);
        }
    }

    private void inputChunk(long element, int length, int block, long scratch) {
        if (t.residual() == null) {
            direct(element, length, block, scratch);
        } else {
            long x = Stage.read(t.x(), element, length, scratch, 0);
            long g = Stage.read(kept(), element, length, scratch, G_SLOT);
            long dx = t.addend() == null ? Stage.write(t.dx(), element, scratch, 4) : Stage.slot(scratch, 4);
            ChannelLoops.combine(g, x, dx, length, c.row(Coefficients.GRADIENT, block));
            finishInput(element, length, scratch, dx);
        }
    }

    /** Test mode: no sums are needed, so one pass writes both gradients. */
    private void inferenceChunk(long element, int length, int block, long scratch) {
        if (t.residual() != null) {
            sumChunk(element, length, block, scratch);
        }
        inputChunk(element, length, block, scratch);
    }

    /** dx from x and dy. */
    private void direct(long element, int length, int block, long scratch) {
        long x = Stage.read(t.x(), element, length, scratch, 0);
        long dy = dy(element, length, scratch);
        long affine = c.row(Coefficients.SCALE, block);
        long parameters = c.row(Coefficients.PARAMETER, block);
        long dx = t.addend() == null ? Stage.write(t.dx(), element, scratch, 4) : Stage.slot(scratch, 4);
        norm.kernel.input(
                x, dy, dx, length, affine, parameters, c.row(Coefficients.GRADIENT, block), Stage.slot(scratch, 6));
        finishInput(element, length, scratch, dx);
    }

    /** Adds the addend, if there is one, and stores. */
    private void finishInput(long element, int length, long scratch, long own) {
        BlockedTensor addend = t.addend();
        if (addend != null) {
            long dx = Stage.write(t.dx(), element, scratch, 4);
            ChannelLoops.add(own, Stage.read(addend, element, length, scratch, 5), dx, length);
        }
        Stage.wrote(t.dx(), element, length, scratch, 4);
    }

    private BlockedTensor kept() {
        return Objects.requireNonNull(t.residualGradient());
    }

    /** Where the gradient of y is, the sum of both if there are two. */
    private long dy(long element, int length, long scratch) {
        long first = Stage.read(t.dy(), element, length, scratch, 1);
        BlockedTensor second = t.secondDy();
        if (second == null) {
            return first;
        }
        long sum = Stage.slot(scratch, 1);
        ChannelLoops.add(first, Stage.read(second, element, length, scratch, 2), sum, length);
        return sum;
    }

    /** dβ, dγ, the parameters' gradients, and the coefficients of dx. */
    private void finish(double[] sums, BatchNorm.Affine gradient) {
        double count = (double) norm.shape.batch() * norm.shape.pixels();
        int padded = norm.shape.paddedChannels();
        for (int channel = 0; channel < norm.shape.channels(); channel++) {
            double inverse = norm.inverseDeviation().getAtIndex(JAVA_FLOAT, channel);
            double betaGradient = sums[channel];
            double gammaGradient = sums[padded + channel] * inverse;
            gradient.beta().setAtIndex(JAVA_FLOAT, channel, (float) betaGradient);
            gradient.gamma().setAtIndex(JAVA_FLOAT, channel, (float) gammaGradient);
            double scale = norm.affine.gamma().getAtIndex(JAVA_FLOAT, channel) * inverse;
            double slope = -scale * inverse * gammaGradient / count;
            double mean = norm.mean().getAtIndex(JAVA_FLOAT, channel);
            setInput(channel, scale, slope, -scale * betaGradient / count - slope * mean);
        }
        List<ChannelParameter> parameters = norm.activation.gradients();
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).set(sums, (2 + i) * padded, norm.shape.channels());
        }
    }

    private void setInput(int channel, double gradient, double input, double constant) {
        c.set(Coefficients.GRADIENT, channel, gradient);
        c.set(Coefficients.INPUT, channel, input);
        c.set(Coefficients.CONSTANT, channel, constant);
    }
}
