package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Convolutions;
import dev.lamina.backend.tornado.kernel.Sums;
import dev.lamina.backend.tornado.kernel.TiledConvolutions;
import dev.lamina.program.ConvolutionOperation;
import java.util.ArrayList;
import java.util.List;

/** Convolutions as kernels. */
final class ConvolutionLowering {
    private ConvolutionLowering() {}

    static List<KernelTask> lower(ConvolutionOperation operation, Addresses addresses, ProductRoutine routine) {
        return switch (operation) {
            case ConvolutionOperation.Forward f -> forward(f, addresses, routine);
            case ConvolutionOperation.BackwardData b -> backwardData(b, addresses, routine);
            case ConvolutionOperation.BackwardWeights b -> backwardWeights(b, addresses, routine);
        };
    }

    static String algorithm(ConvolutionOperation operation, ProductRoutine routine) {
        return switch (operation) {
            case ConvolutionOperation.Forward f ->
                words(ConvolutionSizes.of(f.window(), f.x(), f.y()), TiledConvolutions.FORWARD, routine);
            case ConvolutionOperation.BackwardData b ->
                words(ConvolutionSizes.of(b.window(), b.dx(), b.dy()), TiledConvolutions.DATA, routine);
            case ConvolutionOperation.BackwardWeights b ->
                words(ConvolutionSizes.of(b.window(), b.x(), b.dy()), TiledConvolutions.WEIGHTS, routine);
        };
    }

    private static String words(ConvolutionSizes sizes, int mode, ProductRoutine routine) {
        if (ExplicitLowering.suits(sizes, routine)) {
            return ExplicitLowering.algorithm(routine);
        }
        return TiledConvolutionLowering.suits(sizes, mode) ? "implicit product, tiled" : "direct";
    }

    private static List<KernelTask> forward(
            ConvolutionOperation.Forward f, Addresses addresses, ProductRoutine routine) {
        ConvolutionSizes s = ConvolutionSizes.of(f.window(), f.x(), f.y());
        int x = addresses.of(f.x());
        int w = addresses.of(f.w());
        int bias = addresses.of(f.bias());
        int y = addresses.of(f.y());
        if (ExplicitLowering.suits(s, routine)) {
            return ExplicitLowering.forward(s, routine, x, w, bias, y, addresses);
        }
        if (TiledConvolutionLowering.suits(s, TiledConvolutions.FORWARD)) {
            return TiledConvolutionLowering.lower(s, TiledConvolutions.FORWARD, w, x, bias, y, addresses);
        }
        int n = (int) f.y().shape().size();
        return List.of(KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Convolutions::laminaConvolution,
                        context,
                        m,
                        x,
                        w,
                        bias,
                        y,
                        s.inputs(),
                        s.height(),
                        s.width(),
                        s.outputs(),
                        s.rows(),
                        s.columns(),
                        s.window().kernelSize(),
                        s.window().stride(),
                        s.window().padding(),
                        s.window().dilation(),
                        s.window().groups(),
                        n)));
    }

    private static List<KernelTask> backwardData(
            ConvolutionOperation.BackwardData b, Addresses addresses, ProductRoutine routine) {
        ConvolutionSizes s = ConvolutionSizes.of(b.window(), b.dx(), b.dy());
        int dy = addresses.of(b.dy());
        int w = addresses.of(b.w());
        int dx = addresses.of(b.dx());
        if (ExplicitLowering.suits(s, routine)) {
            return ExplicitLowering.backwardData(s, routine, dy, w, dx, addresses);
        }
        if (TiledConvolutionLowering.suits(s, TiledConvolutions.DATA)) {
            return TiledConvolutionLowering.lower(s, TiledConvolutions.DATA, w, dy, Addresses.NONE, dx, addresses);
        }
        int n = (int) b.dx().shape().size();
        return List.of(KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Convolutions::laminaConvolutionData,
                        context,
                        m,
                        dy,
                        w,
                        dx,
                        s.inputs(),
                        s.height(),
                        s.width(),
                        s.outputs(),
                        s.rows(),
                        s.columns(),
                        s.window().kernelSize(),
                        s.window().stride(),
                        s.window().padding(),
                        s.window().dilation(),
                        s.window().groups(),
                        n)));
    }

    private static List<KernelTask> backwardWeights(
            ConvolutionOperation.BackwardWeights b, Addresses addresses, ProductRoutine routine) {
        ConvolutionSizes s = ConvolutionSizes.of(b.window(), b.x(), b.dy());
        int x = addresses.of(b.x());
        int dy = addresses.of(b.dy());
        int dw = addresses.of(b.dw());
        List<KernelTask> tasks = new ArrayList<>();
        if (ExplicitLowering.suits(s, routine)) {
            tasks.addAll(ExplicitLowering.backwardWeights(s, routine, x, dy, dw, addresses));
        } else if (TiledConvolutionLowering.suits(s, TiledConvolutions.WEIGHTS)) {
            tasks.addAll(
                    TiledConvolutionLowering.lower(s, TiledConvolutions.WEIGHTS, dy, x, Addresses.NONE, dw, addresses));
        } else {
            tasks.add(directWeights(b, s, x, dy, dw));
        }
        b.dbias().ifPresent(dbias -> {
            int sum = addresses.of(dbias);
            tasks.add(KernelTask.groups(
                    s.outputs(),
                    (graph, name, context, m) -> graph.task(
                            name,
                            Sums::laminaChannelSum,
                            context,
                            m,
                            dy,
                            sum,
                            s.batch(),
                            s.rows() * s.columns(),
                            s.outputs())));
        });
        return tasks;
    }

    private static KernelTask directWeights(
            ConvolutionOperation.BackwardWeights b, ConvolutionSizes s, int x, int dy, int dw) {
        return KernelTask.groups(
                b.dw().shape().size(),
                (graph, name, context, m) -> graph.task(
                        name,
                        Convolutions::laminaConvolutionWeights,
                        context,
                        m,
                        x,
                        dy,
                        dw,
                        s.batch(),
                        s.inputs(),
                        s.height(),
                        s.width(),
                        s.outputs(),
                        s.rows(),
                        s.columns(),
                        s.window().kernelSize(),
                        s.window().stride(),
                        s.window().padding(),
                        s.window().dilation(),
                        s.window().groups()));
    }
}
