package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Convolutions;
import dev.lamina.backend.tornado.kernel.Sums;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.Value;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Convolutions as kernels. */
final class ConvolutionLowering {
    /** Sizes of a convolution, from input x and output y. */
    private record Sizes(
            int batch, int inputs, int height, int width, int outputs, int rows, int columns, Window window) {
        static Sizes of(Window window, Value x, Value y) {
            Shape in = x.shape();
            Shape out = y.shape();
            return new Sizes(
                    in.axis(0), in.axis(1), in.axis(2), in.axis(3), out.axis(1), out.axis(2), out.axis(3), window);
        }
    }

    private ConvolutionLowering() {}

    static List<KernelTask> lower(ConvolutionOperation operation, Addresses addresses) {
        return switch (operation) {
            case ConvolutionOperation.Forward f -> List.of(forward(f, addresses));
            case ConvolutionOperation.BackwardData b -> List.of(backwardData(b, addresses));
            case ConvolutionOperation.BackwardWeights b -> backwardWeights(b, addresses);
        };
    }

    static String algorithm() {
        return "direct";
    }

    private static KernelTask forward(ConvolutionOperation.Forward f, Addresses addresses) {
        Sizes s = Sizes.of(f.window(), f.x(), f.y());
        int x = addresses.of(f.x());
        int w = addresses.of(f.w());
        int bias = addresses.of(f.bias());
        int y = addresses.of(f.y());
        int n = (int) f.y().shape().size();
        return KernelTask.elements(
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
                        s.inputs,
                        s.height,
                        s.width,
                        s.outputs,
                        s.rows,
                        s.columns,
                        s.window.kernelSize(),
                        s.window.stride(),
                        s.window.padding(),
                        s.window.dilation(),
                        s.window.groups(),
                        n));
    }

    private static KernelTask backwardData(ConvolutionOperation.BackwardData b, Addresses addresses) {
        Sizes s = Sizes.of(b.window(), b.dx(), b.dy());
        int dy = addresses.of(b.dy());
        int w = addresses.of(b.w());
        int dx = addresses.of(b.dx());
        int n = (int) b.dx().shape().size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Convolutions::laminaConvolutionData,
                        context,
                        m,
                        dy,
                        w,
                        dx,
                        s.inputs,
                        s.height,
                        s.width,
                        s.outputs,
                        s.rows,
                        s.columns,
                        s.window.kernelSize(),
                        s.window.stride(),
                        s.window.padding(),
                        s.window.dilation(),
                        s.window.groups(),
                        n));
    }

    private static List<KernelTask> backwardWeights(ConvolutionOperation.BackwardWeights b, Addresses addresses) {
        Sizes s = Sizes.of(b.window(), b.x(), b.dy());
        int x = addresses.of(b.x());
        int dy = addresses.of(b.dy());
        int dw = addresses.of(b.dw());
        List<KernelTask> tasks = new ArrayList<>();
        tasks.add(KernelTask.groups(
                b.dw().shape().size(),
                (graph, name, context, m) -> graph.task(
                        name,
                        Convolutions::laminaConvolutionWeights,
                        context,
                        m,
                        x,
                        dy,
                        dw,
                        s.batch,
                        s.inputs,
                        s.height,
                        s.width,
                        s.outputs,
                        s.rows,
                        s.columns,
                        s.window.kernelSize(),
                        s.window.stride(),
                        s.window.padding(),
                        s.window.dilation(),
                        s.window.groups())));
        b.dbias().ifPresent(dbias -> {
            int sum = addresses.of(dbias);
            tasks.add(KernelTask.groups(
                    s.outputs,
                    (graph, name, context, m) -> graph.task(
                            name,
                            Sums::laminaChannelSum,
                            context,
                            m,
                            dy,
                            sum,
                            s.batch,
                            s.rows * s.columns,
                            s.outputs)));
        });
        return tasks;
    }
}
