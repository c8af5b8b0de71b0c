package dev.lamina.backend.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.util.ArrayList;
import java.util.Arrays;
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
public final class BatchNormBackward {
    private static final int X_SLOT = 0;
    private static final int DY_SLOT = 1;
    private static final int G_SLOT = 2;
    private static final int DX_SLOT = 3;
    /** The second dy, the residual or the addend, one after the other. */
    private static final int OTHER_SLOT = 4;

    private final BatchNorm norm;
    private final BatchNormGradients t;
    private final Coefficients c;
    private final Operand x;
    private final Operand dy;

    public BatchNormBackward(BatchNorm norm, BatchNormGradients tensors) {
        tensors.check(norm::check);
        this.norm = norm;
        t = tensors;
        c = norm.coefficients;
        x = Operand.of(t.x(), X_SLOT);
        dy = t.secondDy() == null ? Operand.of(t.dy(), DY_SLOT) : Operand.slot(DY_SLOT);
    }

    /**
     * dx, and the gradients of γ, β and the activation's parameters, overwritten. Follows the training form of
     * {@link BatchNormForward} on the same batch.
     *
     * @param gradient where the gradients of γ and β go
     */
    public Launch training(BatchNorm.Affine gradient) {
        ChannelSums sums = new ChannelSums(4, norm.shape.paddedChannels(), norm.team.size());
        PlaneChunks forSums = new PlaneChunks(norm.shape, sumLoops());
        PlaneChunks forInput = new PlaneChunks(norm.shape, inputLoops());
        Team.Body first = (member, size) -> forSums.ascending(member, size, norm.team.scratch(member), sums);
        Team.Body second = (member, size) -> forInput.descending(member, size, norm.team.scratch(member));
        return () -> {
            prepare();
            norm.team.run(first);
            finish(sums.total(), gradient);
            norm.team.run(second);
        };
    }

    /** Test mode: dx alone (and the residual's gradient), with the statistics held fixed. */
    public Launch inference(BatchNorm.Running running) {
        PlaneChunks chunks = new PlaneChunks(norm.shape, inferenceLoops());
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
        norm.activation.setParameters(c, norm.shape.channels());
        for (int channel = 0; channel < norm.shape.channels(); channel++) {
            double mean = norm.mean().getAtIndex(JAVA_FLOAT, channel);
            norm.setAffine(channel, mean, norm.inverseDeviation().getAtIndex(JAVA_FLOAT, channel));
            c.set(Coefficients.CENTER, channel, mean);
        }
    }

    private List<PlaneChunks.Body> sumLoops() {
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(t.x(), X_SLOT));
        loops.addAll(dyLoops());
        BlockedTensor residual = t.residual();
        if (residual == null) {
            loops.addAll(norm.kernel.sums(c, x, dy));
        } else {
            loops.addAll(Operand.reading(residual, OTHER_SLOT));
            loops.addAll(norm.kernel.sumsAdd(c, x, Operand.of(residual, OTHER_SLOT), dy, Operand.of(kept(), G_SLOT)));
            loops.addAll(Operand.writing(kept(), G_SLOT));
        }
        return loops;
    }

    private List<PlaneChunks.Body> inputLoops() {
        BlockedTensor addend = t.addend();
        if (t.residual() != null && addend == null && isBfloat16(kept(), t.x(), t.dx())) {
            return List.of((element, length, block, scratch) -> Bfloat16.combine(
                    kept().address(element),
                    t.x().address(element),
                    t.dx().address(element),
                    length,
                    c.row(Coefficients.GRADIENT, block)));
        }
        Operand dx = Operand.of(t.dx(), DX_SLOT);
        Operand own = addend == null ? dx : Operand.slot(DX_SLOT);
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(t.x(), X_SLOT));
        if (t.residual() == null) {
            loops.addAll(dyLoops());
            loops.addAll(norm.kernel.input(c, x, dy, own));
        } else {
            loops.addAll(Operand.reading(kept(), G_SLOT));
            loops.add(combining(Operand.of(kept(), G_SLOT), own));
        }
        if (addend != null) {
            loops.addAll(Operand.reading(addend, OTHER_SLOT));
            loops.add(adding(own, Operand.of(addend, OTHER_SLOT), dx));
        }
        loops.addAll(Operand.writing(t.dx(), DX_SLOT));
        return loops;
    }

    /** Test mode: no sums are needed, so one pass writes both gradients. */
    private List<PlaneChunks.Body> inferenceLoops() {
        List<PlaneChunks.Body> loops = new ArrayList<>();
        if (t.residual() != null) {
            loops.addAll(sumLoops());
        }
        loops.addAll(inputLoops());
        return loops;
    }

    /** Brings the gradient of y to where {@link #dy} is, the sum of both if there are two. */
    private List<PlaneChunks.Body> dyLoops() {
        BlockedTensor second = t.secondDy();
        if (second == null) {
            return Operand.reading(t.dy(), DY_SLOT);
        }
        if (isBfloat16(t.dy(), second)) {
            return List.of((element, length, block, scratch) ->
                    Bfloat16.add(t.dy().address(element), second.address(element), dy.at(element, scratch), length));
        }
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(t.dy(), DY_SLOT));
        loops.addAll(Operand.reading(second, OTHER_SLOT));
        loops.add(adding(Operand.of(t.dy(), DY_SLOT), Operand.of(second, OTHER_SLOT), dy));
        return loops;
    }

    private static boolean isBfloat16(BlockedTensor... tensors) {
        return Arrays.stream(tensors).noneMatch(BlockedTensor::isFloat32);
    }

    /** dx from x and the residual's gradient. */
    private PlaneChunks.Body combining(Operand g, Operand dx) {
        return (element, length, block, scratch) -> ChannelLoops.combine(
                g.at(element, scratch),
                x.at(element, scratch),
                dx.at(element, scratch),
                length,
                c.row(Coefficients.GRADIENT, block));
    }

    private static PlaneChunks.Body adding(Operand a, Operand b, Operand sum) {
        return (element, length, block, scratch) ->
                ChannelLoops.add(a.at(element, scratch), b.at(element, scratch), sum.at(element, scratch), length);
    }

    private BlockedTensor kept() {
        return Objects.requireNonNull(t.residualGradient());
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
        for (int i = 0; i < norm.parameterGradients.size(); i++) {
            norm.parameterGradients.get(i).set(sums, (2 + i) * padded, norm.shape.channels());
        }
    }

    private void setInput(int channel, double gradient, double input, double constant) {
        c.set(Coefficients.GRADIENT, channel, gradient);
        c.set(Coefficients.INPUT, channel, input);
        c.set(Coefficients.CONSTANT, channel, constant);
    }
}
