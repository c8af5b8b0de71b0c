package dev.lamina.nn.layer;

import dev.lamina.message.Message;
import dev.lamina.nn.ShapeException;
import dev.lamina.tensor.Shape;
import java.util.List;

/** What layers demand of their input shapes, each with its one wording. */
final class Shapes {
    private Shapes() {}

    static Shape featureMap(List<Shape> inputs) {
        Shape shape = inputs.getFirst();
        if (shape.rank() != 3) {
            throw new ShapeException(Message.of("nn.noFeatureMap", shape));
        }
        return shape;
    }

    static Shape features(List<Shape> inputs) {
        Shape shape = inputs.getFirst();
        if (shape.rank() != 1) {
            throw new ShapeException(Message.of("nn.noFeatureVector", shape));
        }
        return shape;
    }

    /** A feature map after square windows that must not lie outside of it. */
    static Shape pooled(List<Shape> inputs, int kernelSize, int stride, int padding) {
        Shape x = featureMap(inputs);
        if (2 * padding > kernelSize) {
            throw new ShapeException(Message.of("nn.padding", padding, kernelSize));
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
            throw new ShapeException(Message.of("nn.span", span, length + 2 * padding));
        }
        return (length + 2 * padding - span) / stride + 1;
    }
}
