package dev.lamina.nn.layer;

import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.List;

/** What layers demand of their input shapes, each with its one wording. */
final class Shapes {
    private Shapes() {}

    static Shape featureMap(List<Shape> inputs) {
        Shape shape = inputs.getFirst();
        if (shape.rank() != 3) {
            throw new ShapeException(
                    "needs a feature map channels×height×width, got " + shape + "; connect it before the flatten");
        }
        return shape;
    }

    static Shape features(List<Shape> inputs) {
        Shape shape = inputs.getFirst();
        if (shape.rank() != 1) {
            throw new ShapeException(
                    "needs a feature vector, got " + shape + "; put a flatten or a global average pool before it");
        }
        return shape;
    }

    /** A feature map after square windows that must not lie outside of it. */
    static Shape pooled(List<Shape> inputs, int kernelSize, int stride, int padding) {
        Shape x = featureMap(inputs);
        if (2 * padding > kernelSize) {
            throw new ShapeException("padding " + padding + " exceeds half the window " + kernelSize
                    + ", so a window could lie outside the input; use less padding");
        }
        return Shape.of(
                x.axis(0),
                windows(x.axis(1), kernelSize, stride, padding, 1),
                windows(x.axis(2), kernelSize, stride, padding, 1));
    }

    /** ⌊(length + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1. */
    static int windows(int length, int kernelSize, int stride, int padding, int dilation) {
        int span = dilation * (kernelSize - 1) + 1;
        if (length + 2 * padding < span) {
            throw new ShapeException("the kernel spans " + span + " pixels, the padded input only "
                    + (length + 2 * padding) + "; use a smaller kernel or more padding");
        }
        return (length + 2 * padding - span) / stride + 1;
    }
}
