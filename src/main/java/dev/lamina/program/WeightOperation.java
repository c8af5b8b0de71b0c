package dev.lamina.program;

import dev.lamina.nn.regularizer.ShiftedDecay;
import java.util.List;

/** From a layer's trained weights to those it computes with, and back. Weights are [m, …], m rows of one output each. */
public sealed interface WeightOperation extends Operation {
    /** effective = {@link dev.lamina.nn.regularizer.EqualNorm#effective} of raw. */
    record EqualNorm(String layer, dev.lamina.nn.regularizer.EqualNorm constraint, Value raw, Value effective)
            implements WeightOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(raw), List.of(effective));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new EqualNormBackward(layer, this, adjoints.upstream(this), adjoints.gradient(raw)));
        }
    }

    /** draw = {@link dev.lamina.nn.regularizer.EqualNorm#gradient} for the gradient in the effective weights. */
    record EqualNormBackward(String layer, EqualNorm forward, Value deffective, Value draw) implements WeightOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(forward.raw(), deffective), List.of(draw));
        }
    }

    /** scaled[j] = gain[j] unit[j] for each row j, or gain[0] unit; gain has one value a row, or one. */
    record Gain(String layer, Value unit, Value gain, Value scaled) implements WeightOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(unit, gain), List.of(scaled));
        }

        @Override
        public void adjoint(Adjoints adjoints) {
            adjoints.add(new GainBackward(
                    layer, this, adjoints.upstream(this), adjoints.gradient(unit), adjoints.gradient(gain)));
        }
    }

    /** dunit[j] = gain[j] dscaled[j]; dgain[j] = Σ_i dscaled[j,i] unit[j,i], over all rows where there is one gain. */
    record GainBackward(String layer, Gain forward, Value dscaled, Value dunit, Value dgain)
            implements WeightOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(forward.unit(), forward.gain(), dscaled), List.of(dunit, dgain));
        }
    }

    /** total = gradient + {@link ShiftedDecay#gradient} of raw. */
    record AddShiftedDecay(String layer, ShiftedDecay decay, Value raw, Value gradient, Value total)
            implements WeightOperation {
        @Override
        public Flow flow() {
            return new Flow(List.of(raw, gradient), List.of(total));
        }
    }
}
