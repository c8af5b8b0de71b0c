package dev.lamina.backend.reference;

import dev.lamina.program.WeightOperation;

/** Operations on weights by the formulas of {@link dev.lamina.nn.regularizer}. */
final class Weights {
    private Weights() {}

    static void run(WeightOperation operation, Memory memory) {
        switch (operation) {
            case WeightOperation.EqualNorm f -> {
                DoubleTensor raw = memory.of(f.raw());
                memory.of(f.effective()).assign(f.constraint().effective(raw.values(), raw.batch()));
            }
            case WeightOperation.EqualNormBackward b -> {
                DoubleTensor raw = memory.of(b.forward().raw());
                double[] upstream = memory.of(b.deffective()).values();
                memory.of(b.draw()).assign(b.forward().constraint().gradient(raw.values(), raw.batch(), upstream));
            }
            case WeightOperation.Gain f -> {
                double[] scaled = memory.of(f.unit()).values().clone();
                double[] gain = memory.of(f.gain()).values();
                for (int k = 0; k < scaled.length; k++) {
                    scaled[k] *= gain[k / (scaled.length / gain.length)];
                }
                memory.of(f.scaled()).assign(scaled);
            }
            case WeightOperation.GainBackward b -> gainBackward(b, memory);
            case WeightOperation.AddShiftedDecay f -> {
                DoubleTensor raw = memory.of(f.raw());
                double[] total = f.decay().gradient(raw.values(), raw.batch());
                double[] gradient = memory.of(f.gradient()).values();
                for (int k = 0; k < total.length; k++) {
                    total[k] += gradient[k];
                }
                memory.of(f.total()).assign(total);
            }
        }
    }

    private static void gainBackward(WeightOperation.GainBackward b, Memory memory) {
        double[] unit = memory.of(b.forward().unit()).values();
        double[] gain = memory.of(b.forward().gain()).values();
        double[] dunit = memory.of(b.dscaled()).values().clone();
        double[] dgain = new double[gain.length];
        for (int k = 0; k < unit.length; k++) {
            int j = k / (unit.length / gain.length);
            dgain[j] += dunit[k] * unit[k];
            dunit[k] *= gain[j];
        }
        memory.of(b.dunit()).assign(dunit);
        memory.of(b.dgain()).assign(dgain);
    }
}
