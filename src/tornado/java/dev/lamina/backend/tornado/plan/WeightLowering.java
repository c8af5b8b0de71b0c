package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Weights;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;

/** Operations on weights as kernels, a work group a row or a layer. */
final class WeightLowering {
    private WeightLowering() {}

    static KernelTask lower(WeightOperation operation, Addresses addresses) {
        return switch (operation) {
            case WeightOperation.EqualNorm f -> equalNorm(f, addresses);
            case WeightOperation.EqualNormBackward b -> equalNormBackward(b, addresses);
            case WeightOperation.Gain f -> gain(f, addresses);
            case WeightOperation.GainBackward b -> gainBackward(b, addresses);
            case WeightOperation.AddShiftedDecay f -> shiftedDecay(f, addresses);
        };
    }

    private static KernelTask equalNorm(WeightOperation.EqualNorm f, Addresses addresses) {
        int w = addresses.of(f.raw());
        int effective = addresses.of(f.effective());
        int groups = groups(f.constraint(), f.raw());
        int length = (int) (f.raw().shape().size() / groups);
        return KernelTask.groups(
                groups,
                (graph, name, context, m) -> graph.task(
                        name,
                        Weights::laminaEqualNorm,
                        context,
                        m,
                        w,
                        effective,
                        norm(f, groups),
                        f.constraint().type().centered() ? 1 : 0,
                        length));
    }

    private static KernelTask equalNormBackward(WeightOperation.EqualNormBackward b, Addresses addresses) {
        WeightOperation.EqualNorm f = b.forward();
        int w = addresses.of(f.raw());
        int upstream = addresses.of(b.deffective());
        int dw = addresses.of(b.draw());
        int groups = groups(f.constraint(), f.raw());
        int length = (int) (f.raw().shape().size() / groups);
        return KernelTask.groups(
                groups,
                (graph, name, context, m) -> graph.task(
                        name,
                        Weights::laminaEqualNormGradient,
                        context,
                        m,
                        w,
                        upstream,
                        dw,
                        norm(f, groups),
                        f.constraint().type().centered() ? 1 : 0,
                        length));
    }

    private static KernelTask gain(WeightOperation.Gain f, Addresses addresses) {
        int unit = addresses.of(f.unit());
        int gain = addresses.of(f.gain());
        int scaled = addresses.of(f.scaled());
        int gains = (int) f.gain().shape().size();
        int length = (int) (f.unit().shape().size() / gains);
        return KernelTask.groups(
                gains,
                (graph, name, context, m) ->
                        graph.task(name, Weights::laminaGain, context, m, unit, gain, scaled, length));
    }

    private static KernelTask gainBackward(WeightOperation.GainBackward b, Addresses addresses) {
        int unit = addresses.of(b.forward().unit());
        int gain = addresses.of(b.forward().gain());
        int upstream = addresses.of(b.dscaled());
        int dunit = addresses.of(b.dunit());
        int dgain = addresses.of(b.dgain());
        int gains = (int) b.dgain().shape().size();
        int length = (int) (b.forward().unit().shape().size() / gains);
        return KernelTask.groups(
                gains,
                (graph, name, context, m) -> graph.task(
                        name, Weights::laminaGainGradient, context, m, unit, gain, upstream, dunit, dgain, length));
    }

    private static KernelTask shiftedDecay(WeightOperation.AddShiftedDecay f, Addresses addresses) {
        int w = addresses.of(f.raw());
        int gradient = addresses.of(f.gradient());
        int total = addresses.of(f.total());
        int rows = f.raw().shape().axis(0);
        int length = (int) (f.raw().shape().size() / rows);
        return KernelTask.groups(
                rows,
                (graph, name, context, m) -> graph.task(
                        name,
                        Weights::laminaShiftedDecay,
                        context,
                        m,
                        w,
                        gradient,
                        total,
                        (float) f.decay().lambda(),
                        (float) f.decay().epsilon(),
                        length));
    }

    /** Stretches of weights that each have a norm of their own. */
    private static int groups(EqualNorm constraint, Value raw) {
        return constraint.type().byRow() ? raw.shape().axis(0) : 1;
    }

    private static float norm(WeightOperation.EqualNorm f, int groups) {
        var shape = f.raw().shape();
        return (float) Math.sqrt(f.constraint().squaredNorm(shape.axis(0), shape.size()) / groups);
    }
}
