package dev.lamina.program;

import dev.lamina.tensor.Shape;
import java.util.List;

/** The part of {@link ShapeCheck} on operations that add, mask, join or move elements. */
final class ElementShapeCheck {
    private ElementShapeCheck() {}

    static void check(ElementOperation operation) {
        switch (operation) {
            case ElementOperation.Sum f -> ShapeCheck.requireAll(f.layer(), f.xs(), f.y().shape());
            case ElementOperation.Concatenate f -> joined(f.layer(), f.xs(), f.y());
            case ElementOperation.ConcatenateBackward b -> joined(b.layer(), b.dxs(), b.dy());
            case ElementOperation.Reshape f -> {
                if (f.x().shape().size() != f.y().shape().size()) {
                    ShapeCheck.require(f.layer(), f.y(), f.x().shape());
                }
            }
            case ElementOperation.DrawnSlope f ->
                ShapeCheck.requireAll(f.layer(), List.of(f.slopes(), f.y()), f.x().shape());
            case ElementOperation.Mask f -> ShapeCheck.requireAll(f.layer(), List.of(f.mask(), f.y()), f.x().shape());
            case ElementOperation.SubsampleZeroPad f -> subsampled(f.layer(), f.stride(), f.x(), f.y());
            case ElementOperation.SubsampleZeroPadBackward b -> subsampled(b.layer(), b.stride(), b.dx(), b.dy());
        }
    }

    private static void joined(String layer, List<Value> parts, Value whole) {
        int channels = 0;
        for (Value part : parts) {
            ShapeCheck.require(
                    layer, part, withChannels(whole.shape(), part.shape().axis(1)));
            channels += part.shape().axis(1);
        }
        ShapeCheck.require(layer, whole, withChannels(whole.shape(), channels));
    }

    private static void subsampled(String layer, int stride, Value x, Value y) {
        ShapeCheck.requireRank(layer, x, 4);
        ShapeCheck.requireRank(layer, y, 4);
        ShapeCheck.require(
                layer,
                y,
                Shape.of(
                        x.shape().axis(0),
                        Math.max(x.shape().axis(1), y.shape().axis(1)),
                        (x.shape().axis(2) - 1) / stride + 1,
                        (x.shape().axis(3) - 1) / stride + 1));
    }

    private static Shape withChannels(Shape shape, int channels) {
        int[] axes = shape.axes().stream().mapToInt(Integer::intValue).toArray();
        axes[1] = channels;
        return Shape.of(axes);
    }
}
