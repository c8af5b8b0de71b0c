package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.kernel.EqualNorm;
import dev.lamina.backend.cpu.kernel.FlatTensor;
import dev.lamina.backend.cpu.kernel.Launch;
import dev.lamina.backend.cpu.kernel.RowGain;
import dev.lamina.backend.cpu.kernel.ShiftedDecay;
import dev.lamina.backend.cpu.kernel.Team;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import java.util.List;

/** Operations on weights, by our own loops over rows of plain float32; the kernels that use them reorder. */
record WeightLowering(PlanBuilder builder) {
    private static final String ALGORITHM = "java f64";

    void lower(WeightOperation operation) {
        switch (operation) {
            case WeightOperation.EqualNorm op -> equalNorm(op);
            case WeightOperation.EqualNormBackward op -> equalNormBackward(op);
            case WeightOperation.Gain op -> gain(op);
            case WeightOperation.GainBackward op -> gainBackward(op);
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
        step(
                op,
                op.forward().raw(),
                op.deffective(),
                op.draw(),
                (team, rows, raw, upstream, gradient) ->
                        EqualNorm.backward(team, rule(op.forward()), rows, raw, upstream, gradient));
    }

    private void gain(WeightOperation.Gain op) {
        Tensor unit = builder.plain(op.unit());
        Tensor gain = builder.plain(op.gain());
        MemoryDescriptor wanted = builder.layout(op.scaled());
        Tensor scaled = builder.define(op.scaled(), Formats.plain(wanted.lengths()));
        builder.step(
                op,
                ALGORITHM,
                List.of(unit, gain, scaled),
                binding -> RowGain.forward(
                        binding.workers().team(),
                        rows(op.unit()),
                        weights(binding, op.unit(), unit),
                        weights(binding, op.gain(), gain),
                        weights(binding, op.scaled(), scaled))::run);
    }

    private void gainBackward(WeightOperation.GainBackward op) {
        Value weights = op.forward().unit();
        Tensor unit = builder.plain(weights);
        Tensor gain = builder.plain(op.forward().gain());
        Tensor upstream = builder.plain(op.dscaled());
        Tensor dunit = builder.define(op.dunit(), Formats.plain(weights.shape()));
        Tensor dgain = builder.define(op.dgain(), Formats.plain(op.dgain().shape()));
        builder.step(
                op,
                ALGORITHM,
                List.of(unit, gain, upstream, dunit, dgain),
                binding -> RowGain.backward(
                        binding.workers().team(),
                        rows(weights),
                        weights(binding, weights, unit),
                        weights(binding, op.forward().gain(), gain),
                        weights(binding, op.dscaled(), upstream),
                        weights(binding, op.dunit(), dunit),
                        weights(binding, op.dgain(), dgain))::run);
    }

    private void addShiftedDecay(WeightOperation.AddShiftedDecay op) {
        step(
                op,
                op.raw(),
                op.gradient(),
                op.total(),
                (team, rows, raw, gradient, total) -> ShiftedDecay.launch(
                        team, op.decay().lambda(), op.decay().epsilon(), rows, raw, gradient, total));
    }

    /** From weights and a gradient to another gradient, all of one shape. */
    private interface Kernel {
        Launch launch(Team team, int rows, FlatTensor raw, FlatTensor gradient, FlatTensor result);
    }

    private void step(WeightOperation op, Value weights, Value upstream, Value to, Kernel kernel) {
        Tensor raw = builder.plain(weights);
        Tensor gradient = builder.plain(upstream);
        Tensor result = builder.define(to, Formats.plain(weights.shape()));
        builder.step(
                op,
                ALGORITHM,
                List.of(raw, gradient, result),
                binding -> kernel.launch(
                        binding.workers().team(),
                        rows(weights),
                        weights(binding, weights, raw),
                        weights(binding, weights, gradient),
                        weights(binding, weights, result))::run);
    }

    private static EqualNorm.Rule rule(WeightOperation.EqualNorm op) {
        var type = op.constraint().type();
        return new EqualNorm.Rule(
                type.byRow() ? EqualNorm.Group.ROW : EqualNorm.Group.LAYER,
                type.centered() ? EqualNorm.Center.MEAN : EqualNorm.Center.NOTHING,
                op.constraint().squaredNorm(rows(op.raw()), op.raw().shape().size()));
    }

    private static int rows(Value weights) {
        return weights.shape().axis(0);
    }

    private static FlatTensor weights(Binding binding, Value value, Tensor tensor) {
        return FlatTensor.of(binding.segment(tensor), value.shape().size());
    }
}
