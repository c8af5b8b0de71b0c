package dev.lamina.backend.cases;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Identity;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batch normalizations with residual and activation, and their gradients. */
public final class NormCases {
    static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.125;
    private static final int DRAWS = 1000;

    /**
     * What a case is about.
     *
     * @param upstreams how many upstream gradients the backward operation sums
     * @param margin how far every pre-activation is from the kink at 0
     */
    public record Setup(Shape x, Activation activation, Residual residual, int upstreams, double margin) {
        Setup withIdentity() {
            return new Setup(x, new Identity(), residual, upstreams, margin);
        }
    }

    /** Whether a residual is added before the activation, and whether its gradient is asked for. */
    public enum Residual {
        NONE,
        ADDED,
        ADDED_WITHOUT_GRADIENT
    }

    private NormCases() {}

    /** With the batch's statistics. Channels have means up to 3 deviations away from 0. */
    public static OperationCase training(Draw draw, Setup setup) {
        return clearOfKinks(draw, setup, NormCases::training);
    }

    /** With the running statistics. */
    public static OperationCase inference(Draw draw, Setup setup) {
        return clearOfKinks(draw, setup, NormCases::inference);
    }

    private interface Construction {
        OperationCase of(Setup setup, Map<String, double[]> values);
    }

    /** Draws values until no pre-activation is within the margin of 0. */
    private static OperationCase clearOfKinks(Draw draw, Setup setup, Construction construction) {
        for (int i = 0; i < DRAWS; i++) {
            Map<String, double[]> values = values(draw, setup);
            OperationCase preActivation = construction.of(setup.withIdentity(), values);
            double[] z = Outcome.ofReference(preActivation.program(), values).get("y");
            if (Arrays.stream(z).allMatch(v -> Math.abs(v) >= setup.margin())) {
                return construction.of(setup, values);
            }
        }
        throw new IllegalStateException("a pre-activation is near 0 in each of " + DRAWS + " draws; lower the margin");
    }

    private static Map<String, double[]> values(Draw draw, Setup setup) {
        Shape x = setup.x();
        Shape channels = Shape.of(x.axis(1));
        Map<String, double[]> values = new HashMap<>();
        double[] means = draw.uniform(channels, -3, 3);
        double[] xs = draw.normal(x);
        int plane = (int) (x.size() / x.axis(0) / x.axis(1));
        for (int k = 0; k < xs.length; k++) {
            xs[k] = draw.rounded(xs[k] + means[k / plane % x.axis(1)]);
        }
        values.put("x", xs);
        values.put("scale", draw.uniform(channels, 0.5, 1.5));
        values.put("shift", draw.normal(channels));
        values.put("runningMean", draw.uniform(channels, -3, 3));
        values.put("runningVariance", draw.uniform(channels, 0.5, 2));
        values.put("residual", draw.normal(x));
        for (int i = 0; i < setup.upstreams(); i++) {
            values.put("dy" + i, draw.normal(x));
        }
        Shape shared = ActivationCases.parameterShape(setup.activation(), x.axis(1));
        for (int p = 0; p < setup.activation().parameters().size(); p++) {
            values.put("p" + p, draw.uniform(shared, 0.3, 1.3));
        }
        return values;
    }

    private static OperationCase training(Setup setup, Map<String, double[]> values) {
        var builder = new CaseBuilder("norm training " + setup);
        var parts = new Parts(builder, setup, values);
        Shape channels = Shape.of(setup.x().axis(1));
        var forward = new NormOperation.Training(
                "norm",
                EPSILON,
                MOMENTUM,
                setup.activation(),
                parts.x,
                parts.parameters,
                parts.residual,
                parts.activationParameters,
                builder.output("mean", channels),
                builder.output("inverseDeviation", channels),
                parts.y);
        builder.add(forward);
        builder.add(new NormOperation.TrainingBackward(
                "norm",
                forward,
                parts.dys,
                builder.gradient(parts.x),
                builder.gradient(parts.parameters.scale()),
                builder.gradient(parts.parameters.shift()),
                parts.residualGradient(),
                parts.activationParameters.stream().map(builder::gradient).toList()));
        return builder.build(NormRounding.ofTraining(setup));
    }

    private static OperationCase inference(Setup setup, Map<String, double[]> values) {
        var builder = new CaseBuilder("norm inference " + setup);
        var parts = new Parts(builder, setup, values);
        builder.constant(parts.parameters.scale());
        builder.constant(parts.parameters.shift());
        parts.activationParameters.forEach(builder::constant);
        var forward = new NormOperation.Inference(
                "norm",
                EPSILON,
                setup.activation(),
                parts.x,
                parts.parameters,
                parts.residual,
                parts.activationParameters,
                parts.y);
        builder.add(forward);
        builder.add(new NormOperation.InferenceBackward(
                "norm", forward, parts.dys, builder.gradient(parts.x), parts.residualGradient()));
        return builder.build(NormRounding.ofInference(setup));
    }

    /** The values that both modes have. */
    private static final class Parts {
        final CaseBuilder builder;
        final Setup setup;
        final Value x;
        final NormParameters parameters;
        final Optional<Value> residual;
        final List<Value> activationParameters = new ArrayList<>();
        final Value y;
        final List<Value> dys = new ArrayList<>();

        Parts(CaseBuilder builder, Setup setup, Map<String, double[]> values) {
            this.builder = builder;
            this.setup = setup;
            Shape shape = setup.x();
            Shape channels = Shape.of(shape.axis(1));
            x = builder.input("x", shape, values.get("x"));
            parameters = new NormParameters(
                    builder.parameter("scale", channels, values.get("scale")),
                    builder.parameter("shift", channels, values.get("shift")),
                    builder.state("runningMean", channels, values.get("runningMean")),
                    builder.state("runningVariance", channels, values.get("runningVariance")));
            residual = setup.residual() == Residual.NONE
                    ? Optional.empty()
                    : Optional.of(builder.input("residual", shape, values.get("residual")));
            Shape shared = ActivationCases.parameterShape(setup.activation(), shape.axis(1));
            for (int p = 0; p < setup.activation().parameters().size(); p++) {
                activationParameters.add(builder.parameter("p" + p, shared, values.get("p" + p)));
            }
            y = builder.output("y", shape);
            for (int i = 0; i < setup.upstreams(); i++) {
                dys.add(builder.input("dy" + i, shape, values.get("dy" + i)));
            }
            builder.objective(y, dys);
        }

        Optional<Value> residualGradient() {
            if (setup.residual() == Residual.ADDED_WITHOUT_GRADIENT) {
                builder.constant(residual.orElseThrow());
                return Optional.empty();
            }
            return residual.map(builder::gradient);
        }
    }
}
