package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.MatrixProducts;
import dev.lamina.backend.tornado.kernel.Sums;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Fully connected layers as products of matrices, transposed by their strides. */
final class LinearLowering {
    /** A matrix in the memory: element (i, j) at start + i·rowStride + j·columnStride. */
    private record Matrix(int start, int rowStride, int columnStride) {
        static Matrix rowMajor(int start, int columns) {
            return new Matrix(start, columns, 1);
        }

        Matrix transposed() {
            return new Matrix(start, columnStride, rowStride);
        }
    }

    private LinearLowering() {}

    static List<KernelTask> lower(LinearOperation operation, Addresses addresses, ProductRoutine routine) {
        ConvolutionSizes sizes = sizes(operation);
        return ExplicitLowering.suits(sizes, routine)
                ? explicit(operation, sizes, addresses, routine)
                : tiled(operation, addresses);
    }

    static String algorithm(LinearOperation operation, ProductRoutine routine) {
        return ExplicitLowering.suits(sizes(operation), routine)
                ? ExplicitLowering.algorithm(routine)
                : "tiled product";
    }

    /** Those of the convolution of one pixel that it is. */
    private static ConvolutionSizes sizes(LinearOperation operation) {
        Shape x = switch (operation) {
            case LinearOperation.Forward f -> f.x().shape();
            case LinearOperation.BackwardData b -> b.dx().shape();
            case LinearOperation.BackwardWeights b -> b.x().shape();
        };
        int outputs = switch (operation) {
            case LinearOperation.Forward f -> f.y().shape().axis(1);
            case LinearOperation.BackwardData b -> b.dy().shape().axis(1);
            case LinearOperation.BackwardWeights b -> b.dy().shape().axis(1);
        };
        return new ConvolutionSizes(x.axis(0), x.axis(1), 1, 1, outputs, 1, 1, new Window(1, 1, 0, 1, 1));
    }

    private static List<KernelTask> explicit(
            LinearOperation operation, ConvolutionSizes s, Addresses addresses, ProductRoutine routine) {
        return switch (operation) {
            case LinearOperation.Forward f ->
                ExplicitLowering.forward(
                        s,
                        routine,
                        addresses.of(f.x()),
                        addresses.of(f.w()),
                        addresses.of(f.bias()),
                        addresses.of(f.y()),
                        addresses);
            case LinearOperation.BackwardData b ->
                ExplicitLowering.backwardData(
                        s, routine, addresses.of(b.dy()), addresses.of(b.w()), addresses.of(b.dx()), addresses);
            case LinearOperation.BackwardWeights b -> {
                List<KernelTask> tasks = new ArrayList<>(ExplicitLowering.backwardWeights(
                        s, routine, addresses.of(b.x()), addresses.of(b.dy()), addresses.of(b.dw()), addresses));
                tasks.addAll(bias(b, addresses));
                yield tasks;
            }
        };
    }

    private static List<KernelTask> tiled(LinearOperation operation, Addresses addresses) {
        return switch (operation) {
            case LinearOperation.Forward f -> {
                int features = f.x().shape().axis(1);
                int outputs = f.y().shape().axis(1);
                Matrix x = Matrix.rowMajor(addresses.of(f.x()), features);
                Matrix w = Matrix.rowMajor(addresses.of(f.w()), features).transposed();
                int bias = addresses.of(f.bias());
                yield List.of(
                        product(x, w, bias, addresses.of(f.y()), f.x().shape().axis(0), outputs, features));
            }
            case LinearOperation.BackwardData b -> {
                int features = b.dx().shape().axis(1);
                int outputs = b.dy().shape().axis(1);
                Matrix dy = Matrix.rowMajor(addresses.of(b.dy()), outputs);
                Matrix w = Matrix.rowMajor(addresses.of(b.w()), features);
                yield List.of(product(
                        dy,
                        w,
                        Addresses.NONE,
                        addresses.of(b.dx()),
                        b.dx().shape().axis(0),
                        features,
                        outputs));
            }
            case LinearOperation.BackwardWeights b -> backwardWeights(b, addresses);
        };
    }

    private static List<KernelTask> backwardWeights(LinearOperation.BackwardWeights b, Addresses addresses) {
        int batch = b.x().shape().axis(0);
        int features = b.x().shape().axis(1);
        int outputs = b.dy().shape().axis(1);
        int dy = addresses.of(b.dy());
        Matrix x = Matrix.rowMajor(addresses.of(b.x()), features);
        List<KernelTask> tasks = new ArrayList<>();
        tasks.add(product(
                Matrix.rowMajor(dy, outputs).transposed(),
                x,
                Addresses.NONE,
                addresses.of(b.dw()),
                outputs,
                features,
                batch));
        tasks.addAll(bias(b, addresses));
        return tasks;
    }

    private static List<KernelTask> bias(LinearOperation.BackwardWeights b, Addresses addresses) {
        int batch = b.dy().shape().axis(0);
        int outputs = b.dy().shape().axis(1);
        int dy = addresses.of(b.dy());
        return b.dbias().map(addresses::of).stream()
                .map(sum -> KernelTask.groups(
                        outputs,
                        (graph, name, context, m) ->
                                graph.task(name, Sums::laminaChannelSum, context, m, dy, sum, batch, 1, outputs)))
                .toList();
    }

    private static KernelTask product(Matrix a, Matrix b, int bias, int y, int rows, int columns, int depth) {
        return KernelTask.tiles(
                rows,
                columns,
                MatrixProducts.TILE,
                (graph, name, context, m) -> graph.task(
                        name,
                        MatrixProducts::laminaProduct,
                        context,
                        m,
                        a.start,
                        a.rowStride,
                        a.columnStride,
                        b.start,
                        b.rowStride,
                        b.columnStride,
                        bias,
                        y,
                        rows,
                        columns,
                        depth));
    }
}
