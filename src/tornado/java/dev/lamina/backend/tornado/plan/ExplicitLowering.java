package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Elements;
import dev.lamina.backend.tornado.kernel.ExplicitProducts;
import java.util.List;

/** Convolutions, and fully connected layers as those of one pixel, as products of matrices in arrays of their own. */
final class ExplicitLowering {
    /** Below, filling the matrices costs about what the product does. An estimate, not a measurement. */
    private static final int LEAST_SIDE = 32;

    private ExplicitLowering() {}

    static boolean suits(ConvolutionSizes s, ProductRoutine routine) {
        boolean fits = s.window().groups() == 1 && taps(s) <= Integer.MAX_VALUE;
        return switch (routine) {
            case IMPLICIT -> false;
            case EXPLICIT -> fits;
            case CUBLAS, CUBLAS_TF32 -> fits && s.outputs() >= LEAST_SIDE && depth(s) >= LEAST_SIDE;
        };
    }

    static String algorithm(ProductRoutine routine) {
        return switch (routine) {
            case IMPLICIT -> throw new IllegalArgumentException("no explicit product");
            case EXPLICIT -> "explicit product";
            case CUBLAS -> "explicit product, cuBLAS";
            case CUBLAS_TF32 -> "explicit product, cuBLAS TF32";
        };
    }

    static List<KernelTask> forward(
            ConvolutionSizes s, ProductRoutine routine, int x, int w, int bias, int y, Addresses addresses) {
        reserve(s, addresses);
        return List.of(
                fillTaps(s, x),
                copyWeights(s, w),
                ExplicitProduct.pixels(s.outputs(), depth(s), pixels(s)).task(routine),
                KernelTask.productElements(
                        outcomes(s),
                        (graph, name, context, arrays) -> graph.task(
                                name,
                                ExplicitProducts::laminaExamplesFirst,
                                context,
                                arrays.memory(),
                                arrays.products().pixels(),
                                bias,
                                y,
                                s.outputs(),
                                s.rows() * s.columns(),
                                outcomes(s))));
    }

    static List<KernelTask> backwardData(
            ConvolutionSizes s, ProductRoutine routine, int dy, int w, int dx, Addresses addresses) {
        reserve(s, addresses);
        int n = s.batch() * s.inputs() * s.height() * s.width();
        return List.of(
                fillPixels(s, dy),
                copyWeights(s, w),
                ExplicitProduct.taps(s.outputs(), depth(s), pixels(s)).task(routine),
                KernelTask.productElements(
                        n,
                        (graph, name, context, arrays) -> graph.task(
                                name,
                                ExplicitProducts::laminaTapSums,
                                context,
                                arrays.memory(),
                                arrays.products().taps(),
                                dx,
                                s.inputs(),
                                s.height(),
                                s.width(),
                                s.rows(),
                                s.columns(),
                                s.window().kernelSize(),
                                s.window().stride(),
                                s.window().padding(),
                                s.window().dilation(),
                                pixels(s),
                                n)));
    }

    static List<KernelTask> backwardWeights(
            ConvolutionSizes s, ProductRoutine routine, int x, int dy, int dw, Addresses addresses) {
        reserve(s, addresses);
        int n = s.outputs() * depth(s);
        return List.of(
                fillTaps(s, x),
                fillPixels(s, dy),
                ExplicitProduct.weights(s.outputs(), depth(s), pixels(s)).task(routine),
                KernelTask.productElements(
                        n,
                        (graph, name, context, arrays) -> graph.task(
                                name,
                                Elements::laminaLoad,
                                context,
                                arrays.products().weights(),
                                arrays.memory(),
                                dw,
                                n)));
    }

    private static KernelTask fillTaps(ConvolutionSizes s, int x) {
        int n = (int) taps(s);
        return KernelTask.productElements(
                n,
                (graph, name, context, arrays) -> graph.task(
                        name,
                        ExplicitProducts::laminaTaps,
                        context,
                        arrays.memory(),
                        x,
                        arrays.products().taps(),
                        s.inputs(),
                        s.height(),
                        s.width(),
                        s.rows(),
                        s.columns(),
                        s.window().kernelSize(),
                        s.window().stride(),
                        s.window().padding(),
                        s.window().dilation(),
                        pixels(s),
                        n));
    }

    private static KernelTask fillPixels(ConvolutionSizes s, int dy) {
        return KernelTask.productElements(
                outcomes(s),
                (graph, name, context, arrays) -> graph.task(
                        name,
                        ExplicitProducts::laminaChannelsFirst,
                        context,
                        arrays.memory(),
                        dy,
                        arrays.products().pixels(),
                        s.outputs(),
                        s.rows() * s.columns(),
                        outcomes(s)));
    }

    private static KernelTask copyWeights(ConvolutionSizes s, int w) {
        int n = s.outputs() * depth(s);
        return KernelTask.productElements(
                n,
                (graph, name, context, arrays) -> graph.task(
                        name,
                        Elements::laminaStore,
                        context,
                        arrays.memory(),
                        w,
                        arrays.products().weights(),
                        n));
    }

    private static void reserve(ConvolutionSizes s, Addresses addresses) {
        addresses.reserve(new ProductArrays.Sizes((int) taps(s), s.outputs() * depth(s), outcomes(s)));
    }

    private static int depth(ConvolutionSizes s) {
        return s.inputs() * s.window().kernelSize() * s.window().kernelSize();
    }

    private static int pixels(ConvolutionSizes s) {
        return s.batch() * s.rows() * s.columns();
    }

    private static int outcomes(ConvolutionSizes s) {
        return s.outputs() * pixels(s);
    }

    private static long taps(ConvolutionSizes s) {
        return (long) depth(s) * pixels(s);
    }
}
