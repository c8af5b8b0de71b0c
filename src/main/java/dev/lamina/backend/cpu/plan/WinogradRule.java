package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.kernel.Lanes;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Layout;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;

/**
 * Which convolutions go by Winograd's algorithm. A fixed function of shape and setting, never of a clock, so that a
 * run repeats bit for bit.
 */
public record WinogradRule(ConvolutionAlgorithm setting, DataType type) {
    private static final int TILE = 4;
    /** Fewer channels do not pay for the maps being rearranged. */
    private static final int LEAST_PRODUCT_CHANNELS = 64;

    /** Fewer tiles than this do not pay for transforming the weights. */
    private static final int LEAST_TILES = 96;
    /** The share of the tiles' pixels that lie on the image. */
    private static final double LEAST_USE = 0.6;

    private static final int NARROW_CHANNELS = 32;
    private static final double NARROW_USE = 0.9;

    public static WinogradRule of(SessionSettings settings) {
        return new WinogradRule(
                settings.convolution(), Formats.of(settings.precision()).activations());
    }

    /** Whether the kernels can do it at all. */
    boolean isPossible(ConvolutionShape shape) {
        return type == DataType.F32
                && shape.keepsPlaneWithThreeByThree()
                && shape.inputChannels() % Lanes.COUNT == 0
                && shape.outputChannels() % Lanes.COUNT == 0;
    }

    /** How the kernels take weights and leave their gradients. */
    static MemoryDescriptor weights(ConvolutionShape shape) {
        return MemoryDescriptor.of(DataType.F32, Layout.blockedWeights(Lanes.COUNT), shape.weightLengths());
    }

    /** How 16 products take them: a matrix [C, K] for every tap. */
    static MemoryDescriptor productWeights(ConvolutionShape shape) {
        return MemoryDescriptor.of(DataType.F32, Layout.HWIO, shape.weightLengths());
    }

    /**
     * Whether a convolution of a 2×2 map goes as {@link TwoByTwo 16 products}: whatever the setting, since that is the
     * direct sum without its zeros, and whatever the batch, since weights lie as products want them.
     */
    boolean choosesProducts(ConvolutionShape shape) {
        return type == DataType.F32
                && shape.keepsPlaneWithThreeByThree()
                && shape.x().axis(2) == 2
                && shape.x().axis(3) == 2
                && Math.min(shape.inputChannels(), shape.outputChannels()) >= LEAST_PRODUCT_CHANNELS;
    }

    /** Whether Winograd's algorithm computes a convolution that products do not. */
    boolean chooses(ConvolutionShape shape) {
        return switch (setting) {
            case DIRECT -> false;
            case WINOGRAD -> isPossible(shape);
            case AUTO -> isPossible(shape) && isFaster(shape);
        };
    }

    /** The same, where products are possible too. */
    boolean computes(ConvolutionShape shape) {
        return !choosesProducts(shape) && chooses(shape);
    }

    /**
     * From measurements of forward plus both backward passes, 2 threads of an AVX-512 machine, times direct / Winograd:
     * <pre>
     *   batch 128   64@32 2.2   128@16 2.5   256@8 2.0   512@4 1.7   16@32 1.4   32@16 1.8   64@8 2.1
     *   tiles cut   64@14 1.9   64@7 1.6     256@7 1.2   64@6 1.2    64@5 0.8    64@3 0.9    16@28 1.1   16@14 0.8
     *   few tiles   64@32, batch 4 (256 tiles) 1.8       128@16, batch 4 (64) 1.1     256@8, batch 4 (16) 0.7
     * </pre>
     */
    private static boolean isFaster(ConvolutionShape shape) {
        int height = shape.x().axis(2);
        int width = shape.x().axis(3);
        int tiles = (height + TILE - 1) / TILE * ((width + TILE - 1) / TILE);
        double used = (double) height * width / (tiles * TILE * TILE);
        boolean narrow = Math.min(shape.inputChannels(), shape.outputChannels()) < NARROW_CHANNELS;
        return (long) tiles * shape.x().axis(0) >= LEAST_TILES && used >= (narrow ? NARROW_USE : LEAST_USE);
    }
}
