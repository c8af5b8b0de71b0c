package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * 3×3 convolution with stride 1 and zero padding 1 by Winograd's F(4×4, 3×3): a quarter of the multiplications of the
 * direct algorithm. Source: Lavin and Gray, CVPR 2016. It rounds more coarsely than the direct algorithm: relative
 * root mean square difference about 1e-6 to 3e-6.
 * Shapes: x [N, C, H, W] and y [N, K, H, W] float32, blocked by B; weights float32 in the layout OIhw{B}i{B}o,
 * [⌈K/B⌉][⌈C/B⌉][3][3][B inputs][B outputs], zeros where channels are padding, the same memory for all three
 * launches. Results are overwritten. Bit-identical for a fixed team size.
 */
public final class WinogradConvolution {
    private final Team team;
    private final WinogradScratch scratch;
    private final BlockedShape input;
    private final BlockedShape output;
    private final WinogradGeometry geometry;

    /** @throws IllegalArgumentException where the shapes do not belong together */
    public WinogradConvolution(Team team, WinogradScratch scratch, BlockedShape input, BlockedShape output) {
        if (input.batch() != output.batch() || input.height() != output.height() || input.width() != output.width()) {
            throw new IllegalArgumentException(
                    "input " + input + " and output " + output + " differ in more than channels");
        }
        this.team = team;
        this.scratch = scratch;
        this.input = input;
        this.output = output;
        geometry = new WinogradGeometry(input.batch(), input.blocks(), output.blocks(), input.height(), input.width());
    }

    /** Elements of the weights in their blocked layout. */
    public long weightElements() {
        return (long) geometry.inputBlocks() * geometry.outputBlocks() * 9 * Lanes.COUNT * Lanes.COUNT;
    }

    /** Counts in with the working memory what a forward pass will take of it. */
    public void reserveForward() {
        WinogradMultiply.reserve(team, geometry, scratch);
    }

    /** The same of {@link #backwardData}. */
    public void reserveBackwardData() {
        WinogradMultiply.reserve(team, geometry.transposed(), scratch);
    }

    /** The same of {@link #backwardWeights}. */
    public void reserveBackwardWeights() {
        WinogradWeightGradient.reserve(team, geometry, scratch);
    }

    /** y = x ∗ w. */
    public Launch forward(BlockedTensor x, MemorySegment weights, BlockedTensor y) {
        check(x, input);
        check(y, output);
        checkWeights(weights);
        Launch launch = WinogradMultiply.launch(
                team,
                geometry,
                scratch,
                WinogradWeights::forward,
                x.address(),
                weights.address(),
                y.address(),
                Finish.NOTHING);
        return retaining(launch, x, weights, y);
    }

    /** dx = dy ∗ w turned by 180° and transposed. */
    public Launch backwardData(BlockedTensor dy, MemorySegment weights, BlockedTensor dx) {
        return backwardData(dy, weights, dx, Finish.NOTHING);
    }

    /** The same with what the gradient meets next, done to every band at once: g from dx. */
    public Launch backwardData(BlockedTensor dy, MemorySegment weights, BlockedTensor g, GatedSum next) {
        return retaining(backwardData(dy, weights, g, next.after(g)), next);
    }

    private Launch backwardData(BlockedTensor dy, MemorySegment weights, BlockedTensor dx, Finish finish) {
        check(dy, output);
        check(dx, input);
        checkWeights(weights);
        WinogradGeometry transposed = geometry.transposed();
        Launch launch = WinogradMultiply.launch(
                team,
                transposed,
                scratch,
                WinogradWeights::backward,
                dy.address(),
                weights.address(),
                dx.address(),
                finish);
        return retaining(launch, dy, weights, dx);
    }

    /** dw[k][c] = Σ_n x[n][c] ⋆ dy[n][k]. */
    public Launch backwardWeights(BlockedTensor x, BlockedTensor dy, MemorySegment weightGradient) {
        check(x, input);
        check(dy, output);
        checkWeights(weightGradient);
        Launch launch = WinogradWeightGradient.launch(
                team, geometry, scratch, x.address(), dy.address(), weightGradient.address());
        return retaining(launch, x, dy, weightGradient);
    }

    /** Keeps alive what the launch knows by address only. */
    private static Launch retaining(Launch launch, Object... owners) {
        return () -> {
            try {
                launch.run();
            } finally {
                Reference.reachabilityFence(owners);
            }
        };
    }

    private static void check(BlockedTensor tensor, BlockedShape shape) {
        if (!tensor.shape().equals(shape) || !tensor.isFloat32()) {
            throw new IllegalArgumentException("expected float32 " + shape + ", got " + tensor);
        }
    }

    private void checkWeights(MemorySegment weights) {
        if (!weights.isNative() || weights.byteSize() < weightElements() * Float.BYTES) {
            throw new IllegalArgumentException("the weights need " + weightElements() * Float.BYTES
                    + " bytes of native memory, got " + weights.byteSize());
        }
    }
}
