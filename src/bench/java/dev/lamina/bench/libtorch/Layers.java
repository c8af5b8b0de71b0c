package dev.lamina.bench.libtorch;

import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The layers the networks are made of. Arguments are converted once, not at every call. */
final class Layers {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final TensorOptional NONE = new TensorOptional();
    private static final LongArrayRef ZERO = pair(0);
    private static final LongArrayRef ONE = pair(1);
    private static final LongArrayRef TWO = pair(2);

    private Layers() {}

    private static LongArrayRef pair(long value) {
        LongPointer values = new LongPointer(value, value);
        return new LongArrayRef(values, 2);
    }

    /** k×k without bias, padded so that stride 1 keeps the plane's size. */
    static Layer convolution(Parameters parameters, int in, int out, int kernel, int stride) {
        Tensor weights = parameters.weights(2, in * kernel * kernel, out, in, kernel, kernel);
        LongArrayRef strides = stride == 1 ? ONE : TWO;
        LongArrayRef padding = kernel == 1 ? ZERO : ONE;
        return x -> torch.conv2d(x, weights, NONE, strides, padding, ONE, 1);
    }

    /** 5×5 with bias. */
    static Layer wide(Parameters parameters, int in, int out, int padding) {
        Tensor weights = parameters.weights(2, in * 25, out, in, 5, 5);
        TensorOptional bias = parameters.constant(0, out);
        LongArrayRef around = padding == 0 ? ZERO : TWO;
        return x -> torch.conv2d(x, weights, bias, ONE, around, ONE, 1);
    }

    static Layer norm(Parameters parameters, int channels) {
        TensorOptional scale = parameters.constant(1, channels);
        TensorOptional shift = parameters.constant(0, channels);
        TensorOptional mean = new TensorOptional(parameters.statistic(0, channels));
        TensorOptional variance = new TensorOptional(parameters.statistic(1, channels));
        return x -> torch.batch_norm(x, scale, shift, mean, variance, true, MOMENTUM, EPSILON, true);
    }

    /** In place. */
    static Layer relu() {
        return Tensor::relu_;
    }

    static Layer maxPool() {
        return x -> torch.max_pool2d(x, TWO, TWO, ZERO, ONE, false);
    }

    static Layer globalAveragePool() {
        return x -> torch.adaptive_avg_pool2d(x, ONE);
    }

    /** A linear layer with bias, of all values of an example. */
    static Layer classifier(Parameters parameters, int features, int classes) {
        Tensor weights = parameters.weights(1, features, classes, features);
        TensorOptional bias = parameters.constant(0, classes);
        Layer flatten = x -> x.flatten(1, -1);
        return Layer.sequence(List.of(flatten, x -> torch.linear(x, weights, bias)));
    }
}
