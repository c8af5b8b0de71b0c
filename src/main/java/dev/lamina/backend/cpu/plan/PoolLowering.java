package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.GlobalAveragePool;
import dev.lamina.backend.cpu.kernel.NormPool;
import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.Geometry;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.Pooling;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Value;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;

/** Maximum and mean of windows by oneDNN, their p-norm and the global average by our kernels. */
record PoolLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "vector";

    void lower(PoolOperation operation) {
        switch (operation) {
            case PoolOperation.Windowed op -> {
                switch (op.pool()) {
                    case MaxPool _ -> max(op, op.winner().orElseThrow());
                    case AveragePool _ -> average(op);
                    case LpPool lp -> norm(op, lp);
                }
            }
            case PoolOperation.WindowedBackward op -> {
                switch (op.forward().pool()) {
                    case MaxPool _ -> maxBackward(op, op.forward().winner().orElseThrow());
                    case AveragePool _ -> averageBackward(op);
                    case LpPool lp -> normBackward(op, lp);
                }
            }
            case PoolOperation.GlobalAverage op -> globalAverage(op);
            case PoolOperation.GlobalAverageBackward op -> globalAverageBackward(op);
        }
    }

    private void max(PoolOperation.Windowed op, Value winner) {
        PrimitiveDescriptor primitive =
                forward(Pooling.Kind.MAX, op.window(), op.x().shape(), op.y().shape());
        builder.primitive(
                op,
                primitive,
                Map.of(
                        Argument.SRC, builder.standard(op.x()),
                        Argument.DST, builder.define(op.y()),
                        Argument.WORKSPACE, builder.define(winner, primitive.expected(Argument.WORKSPACE))));
    }

    private void maxBackward(PoolOperation.WindowedBackward op, Value winner) {
        PrimitiveDescriptor primitive = backward(
                Pooling.Kind.MAX,
                op.forward().window(),
                op.dx().shape(),
                op.dy().shape());
        builder.primitive(
                op,
                primitive,
                Map.of(
                        Argument.DIFF_DST, builder.standard(op.dy()),
                        Argument.WORKSPACE, builder.home(winner),
                        Argument.DIFF_SRC, builder.define(op.dx())));
    }

    private void average(PoolOperation.Windowed op) {
        builder.primitive(
                op,
                forward(
                        Pooling.Kind.AVERAGE,
                        op.window(),
                        op.x().shape(),
                        op.y().shape()),
                Map.of(
                        Argument.SRC, builder.standard(op.x()),
                        Argument.DST, builder.define(op.y())));
    }

    private void averageBackward(PoolOperation.WindowedBackward op) {
        builder.primitive(
                op,
                backward(
                        Pooling.Kind.AVERAGE,
                        op.forward().window(),
                        op.dx().shape(),
                        op.dy().shape()),
                Map.of(
                        Argument.DIFF_DST, builder.standard(op.dy()),
                        Argument.DIFF_SRC, builder.define(op.dx())));
    }

    private void norm(PoolOperation.Windowed op, LpPool pool) {
        Tensor x = float32(op.x());
        Tensor y = builder.define(op.y(), float32Layout(op.y()));
        builder.step(
                op,
                ALGORITHM,
                List.of(x, y),
                binding -> kernel(pool).forward(binding.workers().team(), binding.blocked(x), binding.blocked(y))::run);
    }

    private void normBackward(PoolOperation.WindowedBackward op, LpPool pool) {
        Tensor x = float32(op.forward().x());
        Tensor y = float32(op.forward().y());
        Tensor dy = float32(op.dy());
        Tensor dx = builder.define(op.dx(), float32Layout(op.dx()));
        builder.step(
                op,
                ALGORITHM,
                List.of(x, y, dy, dx),
                binding -> kernel(pool)
                        .backward(
                                binding.workers().team(),
                                binding.blocked(x),
                                binding.blocked(y),
                                binding.blocked(dy),
                                binding.blocked(dx))::run);
    }

    private static NormPool kernel(LpPool pool) {
        return new NormPool((float) pool.exponent(), pool.kernelSize(), pool.stride(), pool.padding());
    }

    /** In a session in bf16 too: the gradient is made of the ratio of x to y. */
    private Tensor float32(Value value) {
        return builder.as(value, float32Layout(value));
    }

    private static MemoryDescriptor float32Layout(Value value) {
        long[] lengths =
                value.shape().axes().stream().mapToLong(Integer::longValue).toArray();
        return Formats.blocked(DataType.F32, lengths);
    }

    private void globalAverage(PoolOperation.GlobalAverage op) {
        Tensor x = builder.standard(op.x());
        Tensor y = builder.define(op.y());
        builder.step(
                op,
                ALGORITHM,
                List.of(x, y),
                binding -> GlobalAveragePool.forward(binding.workers().team(), binding.blocked(x), binding.segment(y))
                        ::run);
    }

    private void globalAverageBackward(PoolOperation.GlobalAverageBackward op) {
        Tensor dy = builder.standard(op.dy());
        Tensor dx = builder.define(op.dx());
        builder.step(
                op,
                ALGORITHM,
                List.of(dy, dx),
                binding -> GlobalAveragePool.backward(
                        binding.workers().team(), binding.segment(dy), binding.blocked(dx))::run);
    }

    private PrimitiveDescriptor forward(Pooling.Kind kind, Window window, Shape x, Shape y) {
        return Pooling.forward(kind, side(window), geometry(window), blocked(x), blocked(y));
    }

    private PrimitiveDescriptor backward(Pooling.Kind kind, Window window, Shape x, Shape y) {
        return Pooling.backward(
                kind, side(window), geometry(window), blocked(x), blocked(y), forward(kind, window, x, y));
    }

    private MemoryDescriptor blocked(Shape shape) {
        return builder.formats().blocked(shape);
    }

    private static Geometry.Pair side(Window window) {
        return Geometry.Pair.of(window.kernelSize());
    }

    private static Geometry geometry(Window window) {
        return Geometry.square(window.stride(), window.padding());
    }
}
