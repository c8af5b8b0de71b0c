package dev.lamina.backend.cases;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.LeakyRelu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Activations that stand alone, with their gradients. */
public final class ActivationCases {
    private ActivationCases() {}

    /** Every activation, those with parameters in both ways of sharing them. */
    public static List<Activation> all() {
        List<Activation> chosen = List.of(
                new Identity(),
                new Relu(),
                new LeakyRelu(0.1),
                new Prelu(0.25, Sharing.CHANNEL),
                new Prelu(0.25, Sharing.LAYER),
                new Rrelu(0.125, 0.375),
                new Elu(1),
                new Elu(0.5),
                new Mpelu(1, 1, Sharing.CHANNEL, 5, 1),
                new Mpelu(0.25, 1, Sharing.LAYER, 5, 1));
        return Stream.concat(chosen.stream(), DefaultActivations.all().stream())
                .distinct()
                .toList();
    }

    /** An activation on x [N, C, H, W] or [N, F], away from its kink. */
    public static OperationCase of(Draw draw, Activation activation, Shape x) {
        return of(draw, activation, x, draw.awayFromZero(x));
    }

    /** An activation on given values. */
    public static OperationCase of(Draw draw, Activation activation, Shape x, double[] values) {
        var builder = new CaseBuilder("activation " + activation + " on " + x);
        Value xv = builder.input("x", x, values);
        List<Value> parameters = parameters(builder, draw, activation, x.axis(1));
        Value y = builder.output("y", x);
        Value dy = builder.input("dy", x, draw.normal(x));
        var forward = new ActivationOperation.Forward("activation", activation, xv, parameters, y);
        builder.add(forward);
        builder.objective(y, List.of(dy));
        builder.add(new ActivationOperation.Backward(
                "activation",
                forward,
                dy,
                builder.gradient(xv),
                parameters.stream().map(builder::gradient).toList()));
        return builder.build((operationCase, expected) -> errors(activation, x, operationCase, expected));
    }

    /** The activation's parameters "p0", "p1", … with values in [0.3, 1.3). */
    static List<Value> parameters(CaseBuilder builder, Draw draw, Activation activation, int channels) {
        Shape shape = parameterShape(activation, channels);
        return IntStream.range(0, activation.parameters().size())
                .mapToObj(p -> builder.parameter("p" + p, shape, draw.uniform(shape, 0.3, 1.3)))
                .toList();
    }

    static Shape parameterShape(Activation activation, int channels) {
        return Shape.of(activation.sharing() == Sharing.LAYER ? 1 : channels);
    }

    /**
     * y to a few roundings of itself, and of e^{−|x|}, which |x| or 1 multiplies, no more than a normal float32; gradients may be
     * taken from the output, so to roundings of the steepest slope.
     */
    private static Map<String, RoundingError> errors(
            Activation activation, Shape shape, OperationCase operationCase, Outcome expected) {
        double[] x = operationCase.values().get("x");
        double[] dy = operationCase.values().get("dy");
        double[] y = expected.get("y");
        double[] magnitude = new double[y.length];
        double[] factors = new double[x.length];
        double[] dx = new double[x.length];
        var sums = new ParameterSums(activation, operationCase.values(), shape);
        for (int k = 0; k < x.length; k++) {
            magnitude[k] = Math.abs(y[k]);
            factors[k] = Math.max(1, Math.abs(x[k]));
            ResponseScale scale = sums.scaleAt(k);
            dx[k] = Math.abs(dy[k]) * scale.slope();
            sums.add(k, Math.abs(dy[k]), x[k], Math.abs(x[k]));
        }
        Map<String, RoundingError> errors = new HashMap<>(sums.errors());
        errors.put("y", RoundingError.elementwise(16, magnitude).withFactors(factors));
        errors.put("d:x", RoundingError.elementwise(16, dx));
        return errors;
    }
}
