package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.BlockedShape;
import dev.lamina.backend.cpu.kernel.BlockedTensor;
import dev.lamina.backend.cpu.kernel.Launch;
import dev.lamina.backend.cpu.kernel.WinogradConvolution;
import dev.lamina.backend.cpu.onednn.Argument;
import dev.lamina.backend.cpu.onednn.DataType;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.backend.cpu.onednn.PrimitiveDescriptor;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Convolutions: oneDNN's direct kernels, our Winograd ones or products, by {@link WinogradRule}. */
record ConvolutionLowering(
        PlanBuilder builder, FoldedLowering folded, TwoByTwo products, WinogradRule rule, Workers workers) {
    private static final String WINOGRAD = "winograd 4×4";

    void lower(ConvolutionOperation operation) {
        ConvolutionShape shape = ConvolutionShape.of(operation);
        switch (operation) {
            case ConvolutionOperation.Forward op -> {
                if (op.bias().isEmpty() && rule.choosesProducts(shape)) {
                    products.forward(op, shape);
                } else if (op.bias().isEmpty() && rule.chooses(shape)) {
                    winogradForward(op, shape);
                } else {
                    directForward(op, shape);
                }
            }
            case ConvolutionOperation.BackwardData op -> backwardData(op, folded.scaled(op), shape);
            case ConvolutionOperation.BackwardWeights op -> {
                if (op.dbias().isEmpty() && rule.choosesProducts(shape)) {
                    products.backwardWeights(op, shape);
                } else if (op.dbias().isEmpty() && rule.chooses(shape)) {
                    winogradBackwardWeights(op, shape);
                } else {
                    directBackwardWeights(op, shape);
                }
            }
        }
    }

    /** @param op with the weights to compute with, in place of those of the program's operation */
    private void backwardData(
            ConvolutionOperation.BackwardData original, ConvolutionOperation.BackwardData op, ConvolutionShape shape) {
        if (rule.choosesProducts(shape)) {
            products.backwardData(op, shape);
        } else if (rule.chooses(shape)) {
            folded.gated(original)
                    .ifPresentOrElse(
                            gated -> winogradBackwardData(op, shape, gated), () -> winogradBackwardData(op, shape));
        } else {
            directBackwardData(op, shape);
        }
    }

    private void directForward(ConvolutionOperation.Forward op, ConvolutionShape shape) {
        @Nullable
        MemoryDescriptor bias = op.bias().map(b -> Formats.plain(b.shape())).orElse(null);
        PrimitiveDescriptor primitive =
                DirectConvolution.of(shape, rule.type(), op.x()).forward(bias);
        Map<Argument, Tensor> arguments = new EnumMap<>(Argument.class);
        arguments.put(Argument.SRC, builder.as(op.x(), primitive.expected(Argument.SRC)));
        arguments.put(Argument.WEIGHTS, builder.as(op.w(), primitive.expected(Argument.WEIGHTS)));
        op.bias().ifPresent(b -> arguments.put(Argument.BIAS, builder.home(b)));
        arguments.put(Argument.DST, builder.define(op.y(), primitive.expected(Argument.DST)));
        builder.primitive(op, primitive, arguments);
    }

    private void directBackwardData(ConvolutionOperation.BackwardData op, ConvolutionShape shape) {
        PrimitiveDescriptor primitive =
                DirectConvolution.of(shape, rule.type(), op.dx()).backwardData();
        builder.primitive(
                op,
                primitive,
                Map.of(
                        Argument.DIFF_DST, builder.as(op.dy(), primitive.expected(Argument.DIFF_DST)),
                        Argument.WEIGHTS, builder.as(op.w(), primitive.expected(Argument.WEIGHTS)),
                        Argument.DIFF_SRC, builder.define(op.dx(), primitive.expected(Argument.DIFF_SRC))));
    }

    private void directBackwardWeights(ConvolutionOperation.BackwardWeights op, ConvolutionShape shape) {
        @Nullable
        MemoryDescriptor bias = op.dbias().map(b -> Formats.plain(b.shape())).orElse(null);
        MemoryDescriptor wanted = builder.layout(op.dw());
        PrimitiveDescriptor primitive =
                DirectConvolution.of(shape, rule.type(), op.x()).backwardWeights(wanted, bias);
        MemoryDescriptor given = primitive.expected(Argument.DIFF_WEIGHTS);
        Tensor dw = given.equals(wanted) ? builder.define(op.dw(), wanted) : PlanBuilder.fresh(given);
        Map<Argument, Tensor> arguments = new EnumMap<>(Map.of(
                Argument.SRC, builder.as(op.x(), primitive.expected(Argument.SRC)),
                Argument.DIFF_DST, builder.as(op.dy(), primitive.expected(Argument.DIFF_DST)),
                Argument.DIFF_WEIGHTS, dw));
        op.dbias().ifPresent(b -> arguments.put(Argument.DIFF_BIAS, builder.define(b)));
        if (rule.type() == DataType.BF16 && shape.hasIdleTaps()) {
            // oneDNN 3.11's bf16 kernels leave the gradients of such taps unwritten.
            builder.primitiveOnZeros(op, primitive, arguments, Argument.DIFF_WEIGHTS);
        } else {
            builder.primitive(op, primitive, arguments);
        }
        if (!given.equals(wanted)) {
            builder.reorder(op.dw().name(), dw, builder.define(op.dw(), wanted));
        }
    }

    private void winogradForward(ConvolutionOperation.Forward op, ConvolutionShape shape) {
        WinogradConvolution winograd = winograd(shape);
        winograd.reserveForward();
        winograd(op, shape, op.x(), op.w(), op.y(), winograd::forward);
    }

    private void winogradBackwardData(ConvolutionOperation.BackwardData op, ConvolutionShape shape) {
        WinogradConvolution winograd = winograd(shape);
        winograd.reserveBackwardData();
        winograd(op, shape, op.dy(), op.w(), op.dx(), winograd::backwardData);
    }

    /** From one map to another through the weights. */
    private interface Pass {
        Launch launch(BlockedTensor from, MemorySegment weights, BlockedTensor to);
    }

    private void winograd(
            ConvolutionOperation op, ConvolutionShape shape, Value source, Value w, Value result, Pass pass) {
        Tensor from = builder.standard(source);
        Tensor weights = winogradWeights(w, shape);
        Tensor to = builder.define(result);
        builder.step(
                op,
                WINOGRAD,
                List.of(from, weights, to),
                binding -> pass.launch(binding.blocked(from), binding.segment(weights), binding.blocked(to))::run);
    }

    private void winogradBackwardData(
            ConvolutionOperation.BackwardData op, ConvolutionShape shape, FoldedLowering.Gated gated) {
        Tensor dy = builder.standard(op.dy());
        Tensor w = winogradWeights(op.w(), shape);
        Tensor g = gated.g();
        WinogradConvolution winograd = winograd(shape);
        winograd.reserveBackwardData();
        builder.step(
                op,
                WINOGRAD,
                gated.gate().with(List.of(dy, w, g)),
                binding -> winograd.backwardData(
                        binding.blocked(dy),
                        binding.segment(w),
                        binding.blocked(g),
                        gated.gate().in(binding, g))::run);
    }

    private void winogradBackwardWeights(ConvolutionOperation.BackwardWeights op, ConvolutionShape shape) {
        Tensor x = builder.standard(op.x());
        Tensor dy = builder.standard(op.dy());
        Tensor dw = builder.define(op.dw(), WinogradRule.weights(shape));
        WinogradConvolution winograd = winograd(shape);
        winograd.reserveBackwardWeights();
        builder.step(
                op,
                WINOGRAD,
                List.of(x, dy, dw),
                binding -> winograd.backwardWeights(binding.blocked(x), binding.blocked(dy), binding.segment(dw))::run);
    }

    private Tensor winogradWeights(Value w, ConvolutionShape shape) {
        return builder.as(w, WinogradRule.weights(shape));
    }

    private WinogradConvolution winograd(ConvolutionShape shape) {
        return new WinogradConvolution(workers.team(), workers.winograd(), map(shape.x()), map(shape.y()));
    }

    private static BlockedShape map(Shape shape) {
        return new BlockedShape(shape.axis(0), shape.axis(1), shape.axis(2), shape.axis(3));
    }
}
