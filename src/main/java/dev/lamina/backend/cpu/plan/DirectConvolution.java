package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.Convolution;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Layout;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.OneDnnException;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.program.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * oneDNN's implementations of one convolution. Each of the three passes takes the first of some layouts of feature maps
 * for which oneDNN has more than its reference code, which is hundreds of times slower:
 * <pre>
 *   source            destination
 *   standard          standard         no reorder; the images are plain anyway, so there oneDNN chooses the source
 *   channels last     channels last    fewer channels than a block, or groups that are no whole blocks
 *   oneDNN's choice   oneDNN's choice  what is left, such as a padding wider than the kernel
 * </pre>
 * Reorders to channels last and back take a quarter of the time of a 3×3 convolution of 8 channels. Calling the maps 16
 * channels wide, as they are in memory, would save them and cost more than that in multiplications by zero.
 *
 * @param type of feature maps and weights; gradients of weights are always float32
 * @param candidates layouts of the feature maps, the most wanted first
 */
record DirectConvolution(ConvolutionShape shape, DataType type, List<Maps> candidates) {
    /** Layouts of x and y, or of their gradients. */
    record Maps(MemoryDescriptor source, MemoryDescriptor destination) {}

    private static final String REFERENCE = "ref";

    /** With x in the standard layout if possible, or in one of oneDNN's choice for the images. */
    static DirectConvolution of(ConvolutionShape shape, DataType type, Value x) {
        long[] source = Formats.lengths(shape.x());
        long[] destination = Formats.lengths(shape.y());
        MemoryDescriptor anySource = MemoryDescriptor.of(type, Layout.ANY, source);
        MemoryDescriptor wanted = x.kind() == Value.Kind.INPUT ? anySource : Formats.blocked(type, source);
        return new DirectConvolution(
                shape,
                type,
                List.of(
                        new Maps(wanted, Formats.blocked(type, destination)),
                        new Maps(
                                MemoryDescriptor.of(type, Layout.NHWC, source),
                                MemoryDescriptor.of(type, Layout.NHWC, destination)),
                        new Maps(anySource, MemoryDescriptor.of(type, Layout.ANY, destination))));
    }

    PrimitiveDescriptor forward(@Nullable MemoryDescriptor bias) {
        return best(
                List.of(any(type)),
                (maps, weights) ->
                        Convolution.forward(shape.geometry(), maps.source(), weights, bias, maps.destination()));
    }

    PrimitiveDescriptor backwardData() {
        PrimitiveDescriptor hint = forward(null);
        return best(
                List.of(any(type)),
                (maps, weights) ->
                        Convolution.backwardData(shape.geometry(), maps.source(), weights, maps.destination(), hint));
    }

    /** The gradient of the weights in a wanted layout if there is a fast implementation, else in one of oneDNN's. */
    PrimitiveDescriptor backwardWeights(MemoryDescriptor wanted, @Nullable MemoryDescriptor diffBias) {
        return backwardWeights(List.of(wanted, any(DataType.F32)), diffBias);
    }

    /** The layout of the weights' gradient that oneDNN likes best, which the weights themselves are kept in. */
    MemoryDescriptor favoriteWeights() {
        return backwardWeights(List.of(any(DataType.F32)), null).expected(Argument.DIFF_WEIGHTS);
    }

    private PrimitiveDescriptor backwardWeights(List<MemoryDescriptor> weights, @Nullable MemoryDescriptor diffBias) {
        PrimitiveDescriptor hint = forward(null);
        return best(
                weights,
                (maps, gradient) -> Convolution.backwardWeights(
                        shape.geometry(), maps.source(), gradient, diffBias, maps.destination(), hint));
    }

    private MemoryDescriptor any(DataType weights) {
        return MemoryDescriptor.of(weights, Layout.ANY, shape.weightLengths());
    }

    private interface Creation {
        PrimitiveDescriptor with(Maps maps, MemoryDescriptor weights);
    }

    /** The first that is not reference code; rather another layout of the weights than of the feature maps. */
    private PrimitiveDescriptor best(List<MemoryDescriptor> weights, Creation creation) {
        OneDnnException failure = null;
        PrimitiveDescriptor slow = null;
        for (Maps maps : candidates) {
            for (MemoryDescriptor layout : weights) {
                try {
                    PrimitiveDescriptor primitive = creation.with(maps, layout);
                    if (!isReference(primitive.implementation())) {
                        return primitive;
                    }
                    slow = slow == null ? primitive : slow;
                } catch (OneDnnException e) {
                    if (!e.isUnimplemented()) {
                        throw e;
                    }
                    failure = e;
                }
            }
        }
        if (slow != null) {
            return slow;
        }
        throw failure == null ? new IllegalStateException(shape.toString()) : failure;
    }

    /** Whether an algorithm is oneDNN's plain loops, there to check the others by, or hands its work on to them. */
    private static boolean isReference(String implementation) {
        return Arrays.stream(implementation.split("\\+")).anyMatch(part -> part.startsWith(REFERENCE));
    }
}
