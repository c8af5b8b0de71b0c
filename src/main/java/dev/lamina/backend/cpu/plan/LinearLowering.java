package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.InnerProduct;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fully connected layers: oneDNN's inner product on plain float32. */
record LinearLowering(PlanBuilder builder) {
    void lower(LinearOperation operation) {
        switch (operation) {
            case LinearOperation.Forward op -> forward(op);
            case LinearOperation.BackwardData op -> backwardData(op);
            case LinearOperation.BackwardWeights op -> backwardWeights(op);
        }
    }

    private void forward(LinearOperation.Forward op) {
        PrimitiveDescriptor primitive = primitive(op.x(), op.w(), op.bias(), op.y());
        Map<Argument, Tensor> arguments = new EnumMap<>(Map.of(
                Argument.SRC, builder.standard(op.x()),
                Argument.WEIGHTS, builder.standard(op.w()),
                Argument.DST, builder.define(op.y())));
        op.bias().ifPresent(b -> arguments.put(Argument.BIAS, builder.home(b)));
        builder.primitive(op, primitive, arguments);
    }

    private void backwardData(LinearOperation.BackwardData op) {
        PrimitiveDescriptor primitive = InnerProduct.backwardData(
                plain(op.dx()), plain(op.w()), plain(op.dy()), primitive(op.dx(), op.w(), Optional.empty(), op.dy()));
        builder.primitive(
                op,
                primitive,
                Map.of(
                        Argument.DIFF_DST, builder.standard(op.dy()),
                        Argument.WEIGHTS, builder.standard(op.w()),
                        Argument.DIFF_SRC, builder.define(op.dx())));
    }

    private void backwardWeights(LinearOperation.BackwardWeights op) {
        PrimitiveDescriptor hint = primitive(op.x(), op.dw(), op.dbias(), op.dy());
        @Nullable MemoryDescriptor bias = op.dbias().map(LinearLowering::plain).orElse(null);
        PrimitiveDescriptor primitive =
                InnerProduct.backwardWeights(plain(op.x()), plain(op.dw()), bias, plain(op.dy()), hint);
        Map<Argument, Tensor> arguments = new EnumMap<>(Map.of(
                Argument.SRC, builder.standard(op.x()),
                Argument.DIFF_DST, builder.standard(op.dy()),
                Argument.DIFF_WEIGHTS, builder.define(op.dw())));
        op.dbias().ifPresent(b -> arguments.put(Argument.DIFF_BIAS, builder.define(b)));
        builder.primitive(op, primitive, arguments);
    }

    private static PrimitiveDescriptor primitive(Value x, Value w, Optional<Value> bias, Value y) {
        @Nullable MemoryDescriptor b = bias.map(LinearLowering::plain).orElse(null);
        return InnerProduct.forward(plain(x), plain(w), b, plain(y));
    }

    private static MemoryDescriptor plain(Value value) {
        return Formats.plain(value.shape());
    }
}
