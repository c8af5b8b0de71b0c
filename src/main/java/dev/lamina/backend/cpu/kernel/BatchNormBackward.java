package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
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
    private final int planes;
    private final int planeElements;

    BatchNormBackward(BatchNorm norm, BatchNormGradients tensors) {
        this.norm = norm;
        t = tensors;
        c = norm.coefficients;
        planes = norm.shape.planes();
        planeElements = norm.shape.planeElements();
    }

    Launch training(BatchNorm.Affine gradient) {
        ChannelSums sums = new ChannelSums(4, norm.shape.paddedChannels(), norm.team.size());
        Team.Body first = (member, size) -> sums(member, size, sums);
        ChunkBody input = this::inputChunk;
        Team.Body second = (member, size) -> descending(member, size, input);
        return () -> {
            prepare();
            norm.team.run(first);
            finish(sums.total(), gradient);
            norm.team.run(second);
        };
    }

    Launch inference(BatchNorm.Running running) {
        ChunkBody input = this::inferenceChunk;
        Team.Body body = (member, size) -> descending(member, size, input);
        return () -> {
            norm.setInference(running);
            for (int channel = 0; channel < norm.shape.channels(); channel++) {
                setInput(channel, c.get(Coefficients.SCALE, channel), 0, 0);
            }
            norm.team.run(body);
        };
    }

    @FunctionalInterface
    private interface ChunkBody {
        void run(long element, int length, int block, MemorySegment scratch);
    }

    /** Backwards through the planes: those the pass before read last are still in the cache. */
    private void descending(int member, int size, ChunkBody body) {
        MemorySegment scratch = norm.team.scratch(member);
        int first = Team.start(planes, member, size);
        for (int plane = Team.start(planes, member + 1, size) - 1; plane >= first; plane--) {
            int block = plane % norm.shape.blocks();
            for (int from = 0; from < planeElements; from += Stage.CHUNK) {
                int length = Math.min(Stage.CHUNK, planeElements - from);
                body.run((long) plane * planeElements + from, length, block, scratch);
            }
        }
    }

    private void prepare() {
        c.setParameters(norm.activation, norm.shape.channels());
        for (int channel = 0; channel < norm.shape.channels(); channel++) {
            double mean = norm.mean().getAtIndex(JAVA_FLOAT, channel);
            norm.setAffine(channel, mean, norm.inverseDeviation().getAtIndex(JAVA_FLOAT, channel));
            c.set(Coefficients.CENTER, channel, mean);
        }
    }

    private void sums(int member, int size, ChannelSums sums) {
        MemorySegment scratch = norm.team.scratch(member);
        sums.begin(member, scratch);
        int end = Team.start(planes, member + 1, size);
        for (int plane = Team.start(planes, member, size); plane < end; plane++) {
            int block = plane % norm.shape.blocks();
            for (int from = 0; from < planeElements; from += Stage.CHUNK) {
                int length = Math.min(Stage.CHUNK, planeElements - from);
                sumChunk((long) plane * planeElements + from, length, block, scratch);
            }
            sums.add(member, block, scratch);
        }
    }

    private void sumChunk(long element, int length, int block, MemorySegment scratch) {
        MemorySegment xs = Stage.memory(t.x(), scratch);
        long xo = Stage.read(t.x(), element, length, scratch, 0);
        MemorySegment gs = gMemory(scratch);
        long go = keepGradient(element, length, block, scratch, xs, xo);
        long center = c.offset(Coefficients.CENTER, block);
        ChannelLoops.gradientSums(gs, go, xs, xo, length, c.memory(), center, scratch, Stage.SUMS);
    }

    private void inferenceChunk(long element, int length, int block, MemorySegment scratch) {
        MemorySegment xs = Stage.memory(t.x(), scratch);
        long xo = Stage.read(t.x(), element, length, scratch, 0);
        long go = keepGradient(element, length, block, scratch, xs, xo);
        combine(element, length, block, scratch, xs, xo, gMemory(scratch), go);
    }

    private MemorySegment gMemory(MemorySegment scratch) {
        BlockedTensor kept = t.residualGradient();
        return kept == null ? scratch : Stage.memory(kept, scratch);
    }

    /** Computes g into the residual's gradient, or into a slot if that is not wanted; where in {@link #gMemory}. */
    private long keepGradient(long element, int length, int block, MemorySegment scratch, MemorySegment xs, long xo) {
        BlockedTensor kept = t.residualGradient();
        long go = kept == null ? Stage.slot(G_SLOT) : Stage.write(kept, element, G_SLOT);
        gradient(element, length, block, scratch, xs, xo, gMemory(scratch), go);
        if (kept != null) {
            Stage.wrote(kept, element, length, scratch, G_SLOT);
        }
        return go;
    }

    /** g = f′(z)·dy of a chunk, and the sums of the activation's parameters behind those of the batch norm. */
    private void gradient(
            long element,
            int length,
            int block,
            MemorySegment scratch,
            MemorySegment xs,
            long xo,
            MemorySegment gs,
            long go) {
        MemorySegment ds = t.secondDy() == null ? Stage.memory(t.dy(), scratch) : scratch;
        long to = dy(element, length, scratch);
        long parameters = c.offset(Coefficients.PARAMETER, block);
        long sums = Stage.SUMS + 2 * Lanes.BYTES;
        long affine = c.offset(Coefficients.SCALE, block);
        BlockedTensor residual = t.residual();
        if (residual == null) {
            norm.kernel.gradient(xs, xo, ds, to, gs, go, length, c.memory(), affine, parameters, scratch, sums);
        } else {
            MemorySegment rs = Stage.memory(residual, scratch);
            long ro = Stage.read(residual, element, length, scratch, 5);
            long zo = Stage.slot(6);
            ChannelLoops.affineAdd(xs, xo, rs, ro, scratch, zo, length, c.memory(), affine);
            long unit = c.offset(Coefficients.UNIT, block);
            norm.kernel.gradient(scratch, zo, ds, to, gs, go, length, c.memory(), unit, parameters, scratch, sums);
        }
    }

    /** The offset of dy, or of the sum of both gradients of y, in the memory {@link #gradient} expects it in. */
    private long dy(long element, int length, MemorySegment scratch) {
        long first = Stage.read(t.dy(), element, length, scratch, 1);
        BlockedTensor second = t.secondDy();
        if (second == null) {
            return first;
        }
        long other = Stage.read(second, element, length, scratch, 2);
        MemorySegment firsts = Stage.memory(t.dy(), scratch);
        ChannelLoops.add(firsts, first, Stage.memory(second, scratch), other, scratch, Stage.slot(1), length);
        return Stage.slot(1);
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

    private void inputChunk(long element, int length, int block, MemorySegment scratch) {
        MemorySegment xs = Stage.memory(t.x(), scratch);
        long xo = Stage.read(t.x(), element, length, scratch, 0);
        BlockedTensor kept = t.residualGradient();
        if (kept == null) {
            gradient(element, length, block, scratch, xs, xo, scratch, Stage.slot(G_SLOT));
            combine(element, length, block, scratch, xs, xo, scratch, Stage.slot(G_SLOT));
        } else {
            long go = Stage.read(kept, element, length, scratch, G_SLOT);
            combine(element, length, block, scratch, xs, xo, Stage.memory(kept, scratch), go);
        }
    }

    /** dx of a chunk from its g, with the addend if there is one. */
    private void combine(
            long element,
            int length,
            int block,
            MemorySegment scratch,
            MemorySegment xs,
            long xo,
            MemorySegment gs,
            long go) {
        MemorySegment dxs = Stage.memory(t.dx(), scratch);
        long to = Stage.write(t.dx(), element, 4);
        long rows = c.offset(Coefficients.GRADIENT, block);
        BlockedTensor addend = t.addend();
        if (addend == null) {
            ChannelLoops.combine(gs, go, xs, xo, dxs, to, length, c.memory(), rows);
        } else {
            long sum = Stage.slot(4);
            ChannelLoops.combine(gs, go, xs, xo, scratch, sum, length, c.memory(), rows);
            long ao = Stage.read(addend, element, length, scratch, 5);
            ChannelLoops.add(scratch, sum, Stage.memory(addend, scratch), ao, dxs, to, length);
        }
        Stage.wrote(t.dx(), element, length, scratch, 4);
    }
}
