package dev.lamina.bench.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * From a tensor to the next. {@link #take} gives up its argument's handle as soon as it is used, as leaving a scope does
 * in C++ and Python: otherwise Java would hold memory that libtorch could reuse.
 */
@FunctionalInterface
interface Layer {
    /** Leaves the argument to its owner. */
    Tensor apply(Tensor x);

    /** Closes the argument, unless the result is the argument itself, changed in place. */
    default Tensor take(Tensor x) {
        Tensor y = apply(x);
        if (y != x) {
            x.close();
        }
        return y;
    }

    static Layer sequence(List<Layer> layers) {
        return x -> {
            Tensor y = layers.getFirst().apply(x);
            for (Layer layer : layers.subList(1, layers.size())) {
                y = layer.take(y);
            }
            return y;
        };
    }
}
