package dev.lamina.program;

import dev.lamina.nn.head.LossInput;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Set;

/** Whether the shapes of an operation's values fit each other; throws naming the layer, the value and the shape it needs. */
final class ShapeCheck {
    private ShapeCheck() {}

    static void input(InputOperation operation) {
        switch (operation) {
            case InputOperation.Prepare f -> {
                requireRank(f.layer(), f.x(), 4);
                require(f.layer(), f.raw(), f.x().shape());
                require(f.layer(), f.placement(), Shape.of(f.x().shape().axis(0), 3));
                requireAll(f.layer(), List.of(f.scale(), f.offset()), channels(f.x()));
            }
        }
    }

    static void convolution(ConvolutionOperation operation) {
        switch (operation) {
            case ConvolutionOperation.Forward f -> {
                convolution(f.layer(), f.window(), f.x(), f.w(), f.y());
                f.bias().ifPresent(bias -> require(f.layer(), bias, channels(f.y())));
            }
            case ConvolutionOperation.BackwardData b -> convolution(b.layer(), b.window(), b.dx(), b.w(), b.dy());
            case ConvolutionOperation.BackwardWeights b -> {
                convolution(b.layer(), b.window(), b.x(), b.dw(), b.dy());
                b.dbias().ifPresent(dbias -> require(b.layer(), dbias, channels(b.dy())));
            }
        }
    }

    private static void convolution(String layer, Window window, Value x, Value w, Value y) {
        requireRank(layer, x, 4);
        requireRank(layer, y, 4);
        int inputs = x.shape().axis(1);
        int outputs = y.shape().axis(1);
        if (inputs % window.groups() != 0 || outputs % window.groups() != 0) {
            throw new IllegalArgumentException(layer + ": " + window.groups() + " groups do not divide " + inputs
                    + " input and " + outputs + " output channels");
        }
        require(layer, w, Shape.of(outputs, inputs / window.groups(), window.kernelSize(), window.kernelSize()));
        require(layer, y, windows(layer, window, x, outputs));
    }

    static void linear(LinearOperation operation) {
        switch (operation) {
            case LinearOperation.Forward f -> {
                linear(f.layer(), f.x(), f.w(), f.y());
                f.bias().ifPresent(bias -> require(f.layer(), bias, channels(f.y())));
            }
            case LinearOperation.BackwardData b -> linear(b.layer(), b.dx(), b.w(), b.dy());
            case LinearOperation.BackwardWeights b -> {
                linear(b.layer(), b.x(), b.dw(), b.dy());
                b.dbias().ifPresent(dbias -> require(b.layer(), dbias, channels(b.dy())));
            }
        }
    }

    private static void linear(String layer, Value x, Value w, Value y) {
        requireRank(layer, x, 2);
        requireRank(layer, y, 2);
        require(layer, w, Shape.of(y.shape().axis(1), x.shape().axis(1)));
        require(layer, y, Shape.of(x.shape().axis(0), y.shape().axis(1)));
    }

    static void pool(PoolOperation operation) {
        switch (operation) {
            case PoolOperation.Windowed f -> requireAll(f.layer(), f.outputs(), windows(f.layer(), f.window(), f.x()));
            case PoolOperation.WindowedBackward b -> {
                require(b.layer(), b.dy(), b.forward().y().shape());
                require(b.layer(), b.dx(), b.forward().x().shape());
            }
            case PoolOperation.GlobalAverage f ->
                require(
                        f.layer(),
                        f.y(),
                        Shape.of(f.x().shape().axis(0), f.x().shape().axis(1)));
            case PoolOperation.GlobalAverageBackward b ->
                require(
                        b.layer(),
                        b.dy(),
                        Shape.of(b.dx().shape().axis(0), b.dx().shape().axis(1)));
        }
    }

    static void weight(WeightOperation operation) {
        switch (operation) {
            case WeightOperation.EqualNorm f ->
                require(f.layer(), f.effective(), f.raw().shape());
            case WeightOperation.EqualNormBackward b ->
                requireAll(
                        b.layer(),
                        List.of(b.deffective(), b.draw()),
                        b.forward().raw().shape());
            case WeightOperation.Gain f -> {
                require(f.layer(), f.scaled(), f.unit().shape());
                requireGains(f);
            }
            case WeightOperation.GainBackward b -> {
                requireAll(
                        b.layer(),
                        List.of(b.dscaled(), b.dunit()),
                        b.forward().unit().shape());
                require(b.layer(), b.dgain(), b.forward().gain().shape());
                requireGains(b.forward());
            }
            case WeightOperation.AddShiftedDecay f ->
                requireAll(f.layer(), List.of(f.gradient(), f.total()), f.raw().shape());
        }
    }

    private static void requireGains(WeightOperation.Gain f) {
        int gains = Math.toIntExact(f.gain().shape().size());
        require(f.layer(), f.gain(), Shape.of(gains == 1 ? 1 : f.unit().shape().axis(0)));
    }

    static void loss(LossOperation operation) {
        read(operation, operation.read());
        switch (operation) {
            case LossOperation.Forward f -> {
                targets(f.layer(), f.logits(), f.targets());
                requireAll(f.layer(), List.of(f.loss(), f.correct()), Shape.of());
            }
            case LossOperation.Backward b -> {
                targets(b.layer(), b.logits(), b.targets());
                read(b, b.gradients());
            }
        }
    }

    /** Of the values that the loss reads, or of its gradients in them. */
    private static void read(LossOperation operation, LossInputs<Value> values) {
        String layer = operation.layer();
        Set<LossInput> read = operation.function().reads();
        if (!values.values().keySet().equals(read)) {
            throw new IllegalArgumentException(layer + ": the loss reads " + read + ", got "
                    + values.values().keySet());
        }
        require(layer, values.get(LossInput.LOGITS), operation.logits().shape());
        if (read.contains(LossInput.FEATURES)) {
            linear(layer, values.get(LossInput.FEATURES), values.get(LossInput.WEIGHTS), operation.logits());
        }
    }

    private static void targets(String layer, Value logits, Targets targets) {
        requireRank(layer, logits, 2);
        require(layer, targets.labels(), Shape.of(logits.shape().axis(0)));
        targets.mixture().ifPresent(mixture -> {
            require(layer, mixture.secondLabels(), targets.labels().shape());
            require(layer, mixture.firstShare(), Shape.of());
        });
    }

    static void update(UpdateOperation operation) {
        switch (operation) {
            case UpdateOperation.Sgd u -> {
                requireAll(
                        u.layer(),
                        List.of(u.gradient(), u.velocity()),
                        u.parameter().shape());
                require(u.layer(), u.hyperparameters(), Shape.of(3));
            }
            case UpdateOperation.Adam u -> {
                requireAll(
                        u.layer(),
                        List.of(u.gradient(), u.firstMoment(), u.secondMoment()),
                        u.parameter().shape());
                require(u.layer(), u.hyperparameters(), Shape.of(4));
            }
        }
    }

    /** [N, channels, windows down, windows across] for windows sliding over x. */
    private static Shape windows(String layer, Window window, Value x, int channels) {
        requireRank(layer, x, 4);
        int span = window.dilation() * (window.kernelSize() - 1) + 1;
        int height = x.shape().axis(2) + 2 * window.padding() - span;
        int width = x.shape().axis(3) + 2 * window.padding() - span;
        if (height < 0 || width < 0) {
            throw new IllegalArgumentException(
                    layer + ": " + x.name() + " has shape " + x.shape() + ", the window spans " + span + " pixels");
        }
        return Shape.of(x.shape().axis(0), channels, height / window.stride() + 1, width / window.stride() + 1);
    }

    private static Shape windows(String layer, Window window, Value x) {
        requireRank(layer, x, 4);
        return windows(layer, window, x, x.shape().axis(1));
    }

    static Shape channels(Value x) {
        return Shape.of(x.shape().axis(1));
    }

    static void requireAll(String layer, List<Value> values, Shape shape) {
        values.forEach(value -> require(layer, value, shape));
    }

    static void require(String layer, Value value, Shape shape) {
        if (!value.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    layer + ": " + value.name() + " has shape " + value.shape() + ", needs " + shape);
        }
    }

    static void requireRank(String layer, Value value, int rank) {
        if (value.shape().rank() != rank) {
            throw new IllegalArgumentException(
                    layer + ": " + value.name() + " has shape " + value.shape() + ", needs " + rank + " axes");
        }
    }
}
