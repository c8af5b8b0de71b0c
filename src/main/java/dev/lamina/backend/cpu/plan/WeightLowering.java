package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.EqualNorm;
import dev.lamina.backend.cpu.kernel.FlatTensor;
import dev.lamina.backend.cpu.kernel.ShiftedDecay;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import java.util.List;

/** Operations on weights, by our own loops over rows of plain float32; the kernels that use them reorder. */
final class WeightLowering {
    private static final String ALGORITHM = "java f64";

    private final PlanBuilder builder;

    WeightLowering(PlanBuilder builder) {
        this.builder = builder;
    }

    void lower(WeightOperation operation) {
        switch (operation) {
            case WeightOperation.EqualNorm op -> equalNorm(op);
            case WeightOperation.EqualNormBackward op -> equalNormBackward(op);
            case WeightOperation.AddShiftedDecay op -> addShiftedDecay(op);
        }
    }

    private void equalNorm(WeightOperation.EqualNorm op) {
        Tensor raw = builder.plain(op.raw());
        // A grouped convolution's weights have five axes here, in the same order.
        MemoryDescriptor wanted = builder.layout(op.effective());
        Tensor effective = builder.define(op.effective(), Formats.plain(wanted.lengths()));
        builder.step(
                op,
                ALGORITHM,
                List.of(raw, effective),
                binding -> EqualNorm.forward(
                        binding.workers().team(),
                        rule(op),
                        rows(op.raw()),
                        weights(binding, op.raw(), raw),
                        weights(binding, op.raw(), effective))::run);
    }

    private void equalNormBackward(WeightOperation.EqualNormBackward op) {
        Value value = op.forward().raw();
        Tensor raw = builder.plain(value);
        Tensor upstream = builder.plain(op.deffective());
        Tensor gradient = builder.define(op.draw(), Formats.plain(value.shape()));
        builder.step(
                op,
                ALGORITHM,
                List.of(raw, upstream, gradient),
                binding -> EqualNorm.backward(
                        binding.workers().team(),
                        rule(op.forward()),
                        rows(value),
                        weights(binding, value, raw),
                        weights(binding, value, upstream),
                        weights(binding, value, gradient))::run);
    }

    private void addShiftedDecay(WeightOperation.AddShiftedDecay op) {
        Value value = op.raw();
        Tensor raw = builder.plain(value);
        Tensor gradient = builder.plain(op.gradient());
        Tensor total = builder.define(op.total(), Formats.plain(value.shape()));
        builder.step(
                op,
                ALGORITHM,
                List.of(raw, gradient, total),
                binding -> ShiftedDecay.launch(
                        binding.workers().team(),
                        op.decay().lambda(),
                        op.decay().epsilon(),
                        rows(value),
                        weights(binding, value, raw),
                        weights(binding, value, gradient),
                        weights(binding, value, total))::run);
    }

    private static EqualNorm.Rule rule(WeightOperation.EqualNorm op) {
        var type = op.constraint().type();
        return new EqualNorm.Rule(
                type.byRow() ? EqualNorm.Group.ROW : EqualNorm.Group.LAYER,
                type.centered() ? EqualNorm.Center.MEAN : EqualNorm.Center.NOTHING,
                op.constraint().alpha());
    }

    private static int rows(Value weights) {
        return weights.shape().axis(0);
    }

    private static FlatTensor weights(Binding binding, Value value, Tensor tensor) {
        return FlatTensor.of(binding.segment(tensor), value.shape().size());
    }
}
