package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.Attributes;
import dev.lamina.backend.cpu.onednn.Convolution;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Layout;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.OneDnnException;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.program.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * oneDNN's implementations of one convolution. Feature maps are asked for in their standard layout; only where oneDNN
 * has nothing but its slow reference code for that, or the source is no blocked map (the images), may it choose.
 *
 * @param type of feature maps and weights; gradients of weights are always float32
 * @param source the layout the source should have
 */
record DirectConvolution(ConvolutionShape shape, DataType type, MemoryDescriptor source) {
    private static final String REFERENCE = "ref";

    /** With a source in the standard layout, or in one of oneDNN's choice for the images, which are plain anyway. */
    static DirectConvolution of(ConvolutionShape shape, DataType type, Value x) {
        long[] lengths = Formats.lengths(shape.x());
        return new DirectConvolution(
                shape,
                type,
                x.kind() == Value.Kind.INPUT
                        ? MemoryDescriptor.of(type, Layout.ANY, lengths)
                        : Formats.blocked(type, lengths));
    }

    PrimitiveDescriptor forward(@Nullable MemoryDescriptor bias) {
        return best(destination ->
                Convolution.forward(shape.geometry(), source, weights(), bias, destination, Attributes.NONE));
    }

    PrimitiveDescriptor backwardData(MemoryDescriptor diffSource) {
        PrimitiveDescriptor hint = forward(null);
        return best(
                destination -> Convolution.backwardData(shape.geometry(), diffSource, weights(), destination, hint));
    }

    /** The gradient of the weights in a wanted layout if there is a fast implementation, else in one of oneDNN's. */
    PrimitiveDescriptor backwardWeights(MemoryDescriptor wanted, @Nullable MemoryDescriptor diffBias) {
        PrimitiveDescriptor hint = forward(null);
        try {
            PrimitiveDescriptor primitive = best(destination ->
                    Convolution.backwardWeights(shape.geometry(), source, wanted, diffBias, destination, hint));
            if (!isReference(primitive)) {
                return primitive;
            }
        } catch (OneDnnException e) {
            if (!e.isUnimplemented()) {
                throw e;
            }
        }
        return best(destination ->
                Convolution.backwardWeights(shape.geometry(), source, anyFloat(), diffBias, destination, hint));
    }

    /** The layout of the weights' gradient that oneDNN likes best, which the weights themselves are kept in. */
    MemoryDescriptor favoriteWeights() {
        return backwardWeights(anyFloat(), null).expected(Argument.DIFF_WEIGHTS);
    }

    private MemoryDescriptor weights() {
        return any(shape.weightLengths());
    }

    private MemoryDescriptor anyFloat() {
        return MemoryDescriptor.of(DataType.F32, Layout.ANY, shape.weightLengths());
    }

    private MemoryDescriptor any(long[] lengths) {
        return MemoryDescriptor.of(type, Layout.ANY, lengths);
    }

    private interface ForDestination {
        PrimitiveDescriptor create(MemoryDescriptor destination);
    }

    private PrimitiveDescriptor best(ForDestination creation) {
        long[] lengths = Formats.lengths(shape.y());
        OneDnnException failure = null;
        PrimitiveDescriptor slow = null;
        for (MemoryDescriptor destination : List.of(Formats.blocked(type, lengths), any(lengths))) {
            try {
                PrimitiveDescriptor primitive = creation.create(destination);
                if (!isReference(primitive)) {
                    return primitive;
                }
                slow = slow == null ? primitive : slow;
            } catch (OneDnnException e) {
                failure = e;
            }
        }
        if (slow != null) {
            return slow;
        }
        throw failure == null ? new IllegalStateException(shape.toString()) : failure;
    }

    static boolean isReference(PrimitiveDescriptor primitive) {
        return primitive.implementation().startsWith(REFERENCE);
    }
}
