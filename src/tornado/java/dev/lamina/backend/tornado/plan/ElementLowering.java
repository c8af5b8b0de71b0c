package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Elements;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Operations that add, mask, join or move elements, as kernels. */
final class ElementLowering {
    private ElementLowering() {}

    static List<KernelTask> lower(ElementOperation operation, Addresses addresses) {
        return switch (operation) {
            case ElementOperation.Sum f -> sum(f, addresses);
            case ElementOperation.Concatenate f -> concatenate(f, addresses);
            case ElementOperation.ConcatenateBackward b -> cut(b, addresses);
            case ElementOperation.Reshape f -> List.of(copy(f.x(), f.y(), addresses));
            case ElementOperation.DrawnSlope f -> {
                int x = addresses.of(f.x());
                int slopes = addresses.of(f.slopes());
                int y = addresses.of(f.y());
                int n = (int) f.y().shape().size();
                yield List.of(KernelTask.elements(
                        n,
                        (graph, name, context, m) ->
                                graph.task(name, Elements::laminaDrawnSlope, context, m, x, slopes, y, n)));
            }
            case ElementOperation.Mask f -> {
                int x = addresses.of(f.x());
                int mask = addresses.of(f.mask());
                int y = addresses.of(f.y());
                int n = (int) f.y().shape().size();
                yield List.of(KernelTask.elements(
                        n,
                        (graph, name, context, m) ->
                                graph.task(name, Elements::laminaMultiply, context, m, x, mask, y, n)));
            }
            case ElementOperation.SubsampleZeroPad f -> List.of(subsample(f, addresses));
            case ElementOperation.SubsampleZeroPadBackward b -> List.of(subsampleBackward(b, addresses));
        };
    }

    private static List<KernelTask> sum(ElementOperation.Sum f, Addresses addresses) {
        if (f.xs().size() == 1) {
            return List.of(copy(f.xs().getFirst(), f.y(), addresses));
        }
        int y = addresses.of(f.y());
        int n = (int) f.y().shape().size();
        List<KernelTask> tasks = new ArrayList<>();
        for (int k = 1; k < f.xs().size(); k++) {
            int first = k == 1 ? addresses.of(f.xs().getFirst()) : y;
            int second = addresses.of(f.xs().get(k));
            tasks.add(KernelTask.elements(
                    n,
                    (graph, name, context, m) ->
                            graph.task(name, Elements::laminaAdd, context, m, first, second, y, n)));
        }
        return tasks;
    }

    private static KernelTask copy(Value from, Value to, Addresses addresses) {
        int x = addresses.of(from);
        int y = addresses.of(to);
        int n = (int) to.shape().size();
        return KernelTask.elements(
                n, (graph, name, context, m) -> graph.task(name, Elements::laminaCopy, context, m, x, y, n));
    }

    private static List<KernelTask> concatenate(ElementOperation.Concatenate f, Addresses addresses) {
        int to = addresses.of(f.y());
        int toStride = example(f.y());
        List<KernelTask> tasks = new ArrayList<>();
        for (Value x : f.xs()) {
            int block = example(x);
            tasks.add(blocks(
                    addresses.of(x), block, to, toStride, block, (int) x.shape().size()));
            to += block;
        }
        return tasks;
    }

    private static List<KernelTask> cut(ElementOperation.ConcatenateBackward b, Addresses addresses) {
        int from = addresses.of(b.dy());
        int fromStride = example(b.dy());
        List<KernelTask> tasks = new ArrayList<>();
        for (Value dx : b.dxs()) {
            int block = example(dx);
            tasks.add(blocks(from, fromStride, addresses.of(dx), block, block, (int)
                    dx.shape().size()));
            from += block;
        }
        return tasks;
    }

    private static KernelTask blocks(int x, int fromStride, int y, int toStride, int block, int n) {
        return KernelTask.elements(
                n,
                (graph, name, context, m) ->
                        graph.task(name, Elements::laminaCopyBlocks, context, m, x, fromStride, y, toStride, block, n));
    }

    private static KernelTask subsample(ElementOperation.SubsampleZeroPad f, Addresses addresses) {
        Shape x = f.x().shape();
        Shape y = f.y().shape();
        int from = addresses.of(f.x());
        int to = addresses.of(f.y());
        int n = (int) y.size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Elements::laminaSubsample,
                        context,
                        m,
                        from,
                        to,
                        f.stride(),
                        x.axis(1),
                        x.axis(2),
                        x.axis(3),
                        y.axis(1),
                        y.axis(2),
                        y.axis(3),
                        n));
    }

    private static KernelTask subsampleBackward(ElementOperation.SubsampleZeroPadBackward b, Addresses addresses) {
        Shape x = b.dx().shape();
        Shape y = b.dy().shape();
        int from = addresses.of(b.dy());
        int to = addresses.of(b.dx());
        int n = (int) x.size();
        return KernelTask.elements(
                n,
                (graph, name, context, m) -> graph.task(
                        name,
                        Elements::laminaSubsampleBackward,
                        context,
                        m,
                        from,
                        to,
                        b.stride(),
                        x.axis(1),
                        x.axis(2),
                        x.axis(3),
                        y.axis(1),
                        y.axis(2),
                        y.axis(3),
                        n));
    }

    /** Elements of one example. */
    private static int example(Value value) {
        return (int) (value.shape().size() / value.shape().axis(0));
    }
}
