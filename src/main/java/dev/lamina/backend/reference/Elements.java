package dev.lamina.backend.reference;

import dev.lamina.program.ElementOperation;
import java.util.List;

/** Adding, masking, joining and moving elements, by the definitions in {@link ElementOperation}. */
final class Elements {
    private Elements() {}

    static void run(ElementOperation operation, Memory memory) {
        switch (operation) {
            case ElementOperation.Sum f -> sum(memory.of(f.xs()), memory.of(f.y()));
            case ElementOperation.Concatenate f -> concatenate(memory.of(f.xs()), memory.of(f.y()));
            case ElementOperation.ConcatenateBackward b -> cut(memory.of(b.dy()), memory.of(b.dxs()));
            case ElementOperation.Reshape f ->
                memory.of(f.y()).assign(memory.of(f.x()).values());
            case ElementOperation.DrawnSlope f -> drawnSlope(memory.of(f.x()), memory.of(f.slopes()), memory.of(f.y()));
            case ElementOperation.Mask f -> mask(memory.of(f.x()), memory.of(f.mask()), memory.of(f.y()));
            case ElementOperation.SubsampleZeroPad f -> subsample(f.stride(), memory.of(f.x()), memory.of(f.y()));
            case ElementOperation.SubsampleZeroPadBackward b ->
                subsampleBackward(b.stride(), memory.of(b.dy()), memory.of(b.dx()));
        }
    }

    private static void sum(List<DoubleTensor> xs, DoubleTensor y) {
        double[] total = new double[y.size()];
        for (DoubleTensor x : xs) {
            for (int k = 0; k < total.length; k++) {
                total[k] += x.values()[k];
            }
        }
        y.assign(total);
    }

    private static void concatenate(List<DoubleTensor> xs, DoubleTensor y) {
        int before = 0;
        for (DoubleTensor x : xs) {
            int offset = before;
            Planes.forEach(x, (n, c, i, j) -> y.set(n, offset + c, i, j, x.get(n, c, i, j)));
            before += x.channels();
        }
    }

    private static void cut(DoubleTensor dy, List<DoubleTensor> dxs) {
        int before = 0;
        for (DoubleTensor dx : dxs) {
            int offset = before;
            Planes.forEach(dx, (n, c, i, j) -> dx.set(n, c, i, j, dy.get(n, offset + c, i, j)));
            before += dx.channels();
        }
    }

    private static void mask(DoubleTensor x, DoubleTensor mask, DoubleTensor y) {
        Planes.forEach(x, (n, c, i, j) -> y.set(n, c, i, j, x.get(n, c, i, j) * mask.get(n, c, i, j)));
    }

    private static void drawnSlope(DoubleTensor x, DoubleTensor slopes, DoubleTensor y) {
        Planes.forEach(x, (n, c, i, j) -> y.set(n, c, i, j, x.get(n, c, i, j) > 0 ? 1 : slopes.get(n, c, i, j)));
    }

    /** y[c + ⌊(C_out − C_in)/2⌋, i, j] = x[c, i·stride, j·stride], 0 elsewhere. */
    private static void subsample(int stride, DoubleTensor x, DoubleTensor y) {
        int offset = (y.channels() - x.channels()) / 2;
        Planes.forEach(y, (n, c, i, j) -> {
            boolean taken = c >= offset && c < offset + x.channels();
            y.set(n, c, i, j, taken ? x.get(n, c - offset, i * stride, j * stride) : 0);
        });
    }

    private static void subsampleBackward(int stride, DoubleTensor dy, DoubleTensor dx) {
        int offset = (dy.channels() - dx.channels()) / 2;
        Planes.forEach(dx, (n, c, i, j) -> {
            boolean taken = i % stride == 0 && j % stride == 0;
            dx.set(n, c, i, j, taken ? dy.get(n, c + offset, i / stride, j / stride) : 0);
        });
    }
}
