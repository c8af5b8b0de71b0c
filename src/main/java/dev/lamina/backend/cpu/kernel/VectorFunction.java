package dev.lamina.backend.cpu.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The response functions that kernels know. Sources: the records of {@code nn.activation}. */
public enum VectorFunction {
    /** f(z) = z: the affine map alone. */
    IDENTITY(new Identity()),
    /** f(z) = max(z, 0). A z that is not a number stays one. */
    RELU(new Relu()),
    /** f(z) = z for z &gt; 0, p·z otherwise. */
    SLOPE(new Slope()),
    /** f(z) = z for z &gt; 0, p (e^{qz} − 1) otherwise, q &gt; 0. */
    EXPONENTIAL(new Exponent()),
    /** f(z) = 1 / (1 + e^{−z}). */
    SIGMOID(new Sigmoid()),
    /** f(z) = tanh z. */
    TANH(new Tanh()),
    /** f(z) = z σ(pz). */
    SWISH(new Swish()),
    /** f(z) = z tanh(ln(1 + e^z)). */
    MISH(new Mish()),
    /** f(z) = z Φ(z), Φ the normal distribution. */
    GELU(new Gelu());

    // Without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ActivationKernel kernel;

    VectorFunction(VectorResponse response) {
        kernel = ResponseKernel.of(response);
    }

    ActivationKernel kernel() {
        return kernel;
    }

    /** A function that has a core. */
    private interface WithCore extends VectorResponse {
        @Override
        default boolean hasCore() {
            return true;
        }
    }

    private record Identity() implements VectorResponse {
        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return z;
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            return d;
        }
    }

    private record Relu() implements VectorResponse {
        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return z.blend(0f, z.compare(VectorOperators.LT, 0f));
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            return d.blend(0f, z.compare(VectorOperators.LE, 0f));
        }
    }

    private record Slope() implements VectorResponse {
        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return z.blend(z.mul(p), z.compare(VectorOperators.LE, 0f));
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            return d.blend(d.mul(p), z.compare(VectorOperators.LE, 0f));
        }

        @Override
        public int trained() {
            return 1;
        }

        @Override
        public FloatVector first(FloatVector z, FloatVector core, FloatVector d, FloatVector t) {
            return t.blend(d.fma(z, t), z.compare(VectorOperators.LE, 0f));
        }
    }

    /** The core is e^{qn} − 1, n = min(z, 0): the parameters' gradients need no mask, both terms are 0 at n = 0. */
    private record Exponent() implements WithCore {
        @Override
        public FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
            return Exponential.minusOne(negative(z).mul(q));
        }

        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return core.mul(p).blend(z, positive(z));
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            return d.mul(core).add(d).mul(p.mul(q)).blend(d, positive(z));
        }

        @Override
        public int trained() {
            return 2;
        }

        @Override
        public FloatVector first(FloatVector z, FloatVector core, FloatVector d, FloatVector t) {
            return t.add(d.mul(core));
        }

        /** u + d·z·e^{qz}. */
        @Override
        public FloatVector second(FloatVector z, FloatVector core, FloatVector d, FloatVector u) {
            return d.mul(core).add(d).fma(negative(z), u);
        }

        private static VectorMask<Float> positive(FloatVector z) {
            return z.compare(VectorOperators.GT, 0f);
        }

        private static FloatVector negative(FloatVector z) {
            return z.blend(0f, positive(z));
        }
    }

    /** The core is e = e^{−|z|}: f = (1 or e) / (1 + e), f′ = e / (1 + e)². */
    private record Sigmoid() implements WithCore {
        @Override
        public FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
            return Exponential.of(z.abs().neg());
        }

        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return core.blend(1f, z.compare(VectorOperators.GE, 0f))
                    .div(core.add(1f))
                    .mul(q);
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            FloatVector one = core.add(1f);
            return core.div(one.mul(one)).mul(d);
        }
    }

    /** The core is m = e^{−2|z|} − 1: |f| = −m / (m + 2), f′ = 4 (m + 1) / (m + 2)². */
    private record Tanh() implements WithCore {
        @Override
        public FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
            return Exponential.minusOne(z.abs().mul(-2f));
        }

        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            FloatVector t = core.div(core.add(2f));
            return t.abs().blend(t, z.compare(VectorOperators.LT, 0f));
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            FloatVector two = core.add(2f);
            return core.add(1f).mul(4f).div(two.mul(two)).mul(d);
        }
    }

    /** The core is e = e^{−|t|}, t = pz. */
    private record Swish() implements WithCore {
        @Override
        public FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
            return Exponential.of(z.mul(p).abs().neg());
        }

        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return core.blend(1f, z.compare(VectorOperators.GE, 0f)).mul(z).div(core.add(1f));
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            FloatVector t = z.mul(p);
            FloatVector s = core.blend(1f, z.compare(VectorOperators.GE, 0f)).div(core.add(1f));
            return t.sub(s.mul(t)).fma(s, s).mul(d);
        }
    }

    /**
     * The core is e = e^{−|z|}: tanh(ln(1 + e^z)) = u / v with u = 1 + 2e, v = u + 2e² for z ≥ 0 and u = e² + 2e, v = u + 2
     * otherwise; f′ = u/v + z (1 + u/v) (1 − u/v) (1 or e) / (1 + e).
     */
    private record Mish() implements WithCore {
        @Override
        public FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
            return Exponential.of(z.abs().neg());
        }

        @Override
        public boolean fitsForward() {
            return false;
        }

        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            VectorMask<Float> positive = z.compare(VectorOperators.GE, 0f);
            FloatVector square = core.mul(core);
            FloatVector u = square.blend(1f, positive).add(core).add(core);
            FloatVector half = square.blend(1f, positive.not());
            return z.mul(u).div(half.add(half).add(u));
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            VectorMask<Float> positive = z.compare(VectorOperators.GE, 0f);
            FloatVector square = core.mul(core);
            FloatVector u = square.blend(1f, positive).add(core).add(core);
            FloatVector half = square.blend(1f, positive.not());
            FloatVector rest = half.add(half);
            FloatVector v = rest.add(u);
            FloatVector t = u.div(v);
            FloatVector sigmoid = core.blend(1f, positive).div(core.add(1f));
            return t.add(1f).mul(rest.div(v)).mul(z).fma(sigmoid, t).mul(d);
        }
    }

    /**
     * The core is e = e^{−a²/2}, a = min(|z|, 14), with what a² loses to rounding put back: e^{−h/2} (1 − (a² − h)/2). The normal
     * tail Φ(−a) = e N(a) / D(a), N/D fitted to ½ erfcx(a/√2) on [0, 13.3] with a relative error below 6e-9 and without a sign
     * that alternates, so that the whole keeps a relative error below 5e-7; f′ = Φ(z) + z e / √(2π).
     */
    private record Gelu() implements WithCore {
        /** Beyond, e is 0. Without it N and D would overflow. */
        private static final float FARTHEST = 14f;
        /** 1 / √(2π). */
        private static final float DENSITY = 0.3989423f;

        @Override
        public FloatVector core(FloatVector z, FloatVector p, FloatVector q) {
            FloatVector a = size(z);
            FloatVector h = a.mul(a);
            FloatVector lost = a.fma(a, h.neg());
            FloatVector e = Exponential.of(h.mul(-0.5f));
            return lost.mul(-0.5f).fma(e, e);
        }

        @Override
        public boolean fitsForward() {
            return false;
        }

        @Override
        public FloatVector value(FloatVector z, FloatVector core, FloatVector p, FloatVector q) {
            return normal(z, core).mul(z);
        }

        @Override
        public FloatVector gradient(FloatVector z, FloatVector core, FloatVector d, FloatVector p, FloatVector q) {
            return z.mul(core).fma(Exponential.splat(DENSITY), normal(z, core)).mul(d);
        }

        private static FloatVector size(FloatVector z) {
            FloatVector a = z.abs();
            return a.blend(FARTHEST, a.compare(VectorOperators.GT, FARTHEST));
        }

        private static FloatVector normal(FloatVector z, FloatVector core) {
            FloatVector a = size(z);
            FloatVector n = a.fma(Exponential.splat(0.0040201847f), Exponential.splat(0.039984133f));
            n = n.fma(a, Exponential.splat(0.18130665f));
            n = n.fma(a, Exponential.splat(0.43568617f));
            n = n.fma(a, Exponential.splat(0.5f));
            FloatVector d = a.fma(Exponential.splat(0.010076965f), Exponential.splat(0.10023274f));
            d = d.fma(a, Exponential.splat(0.46438003f));
            d = d.fma(a, Exponential.splat(1.1944838f));
            d = d.fma(a, Exponential.splat(1.6692573f));
            d = d.fma(a, Exponential.splat(1f));
            FloatVector tail = n.mul(core).div(d);
            return tail.blend(tail.neg().add(1f), z.compare(VectorOperators.GE, 0f));
        }
    }
}
