package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.List;

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
        long g = keepGradient(element, length, block, scratch, x);
        ChannelLoops.gradientSums(g, x, length, c.row(Coefficients.CENTER, block), Stage.sums(scratch));
    }

    private void inputChunk(long element, int length, int block, long scratch) {
        long x = Stage.read(t.x(), element, length, scratch, 0);
        BlockedTensor kept = t.residualGradient();
        long g = kept == null
                ? keepGradient(element, length, block, scratch, x)
                : Stage.read(kept, element, length, scratch, G_SLOT);
        combine(element, length, block, scratch, x, g);
    }

    private void inferenceChunk(long element, int length, int block, long scratch) {
        long x = Stage.read(t.x(), element, length, scratch, 0);
        combine(element, length, block, scratch, x, keepGradient(element, length, block, scratch, x));
    }

    /** Computes g into the residual's gradient, or into a slot if that is not wanted, and returns where it is. */
    private long keepGradient(long element, int length, int block, long scratch, long x) {
        BlockedTensor kept = t.residualGradient();
        if (kept == null) {
            long g = Stage.slot(scratch, G_SLOT);
            gradient(element, length, block, scratch, x, g);
            return g;
        }
        long g = Stage.write(kept, element, scratch, G_SLOT);
        gradient(element, length, block, scratch, x, g);
        Stage.wrote(kept, element, length, scratch, G_SLOT);
        return g;
    }

    /** g = f′(z)·dy of a chunk, and the sums of the activation's parameters behind those of the batch norm. */
    private void gradient(long element, int length, int block, long scratch, long x, long g) {
        long dy = dy(element, length, scratch);
        long parameters = c.row(Coefficients.PARAMETER, block);
        long affine = c.row(Coefficients.SCALE, block);
        long sums = Stage.sums(scratch) + 2L * Lanes.BYTES;
        BlockedTensor residual = t.residual();
        if (residual == null) {
            norm.kernel.gradient(x, dy, g, length, affine, parameters, sums);
        } else {
            long r = Stage.read(residual, element, length, scratch, 5);
            long z = Stage.slot(scratch, 6);
            ChannelLoops.affineAdd(x, r, z, length, affine);
            norm.kernel.gradient(z, dy, g, length, c.row(Coefficients.UNIT, block), parameters, sums);
        }
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

    /** dx of a chunk from its g, with the addend if there is one. */
    private void combine(long element, int length, int block, long scratch, long x, long g) {
        long dx = Stage.write(t.dx(), element, scratch, 4);
        long rows = c.row(Coefficients.GRADIENT, block);
        BlockedTensor addend = t.addend();
        if (addend == null) {
            ChannelLoops.combine(g, x, dx, length, rows);
        } else {
            long own = Stage.slot(scratch, 4);
            ChannelLoops.combine(g, x, own, length, rows);
            ChannelLoops.add(own, Stage.read(addend, element, length, scratch, 5), dx, length);
        }
        Stage.wrote(t.dx(), element, length, scratch, 4);
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
