package dev.lamina.backend.cases;

import dev.lamina.backend.Precision;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.nn.regularizer.ShiftedDecay;
import dev.lamina.program.UpdateRule;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases every backend must agree on with the reference: every operation at odd sizes. */
public final class ContractCases {
    private static final List<Shape> MAPS = List.of(
            Shape.of(1, 3, 1, 1),
            Shape.of(3, 5, 1, 1),
            Shape.of(3, 17, 5, 7),
            Shape.of(1, 32, 8, 8),
            Shape.of(1, 16, 32, 32));
    private static final List<Shape> VECTORS = List.of(Shape.of(1, 3), Shape.of(3, 17), Shape.of(128, 10));
    private static final Shape ODD = Shape.of(3, 17, 5, 7);
    /** Far above what rounding in float32 can move a pre-activation by, so no side of a kink is in doubt. */
    private static final double MARGIN = 1e-5;

    private final Precision precision;
    private final List<OperationCase> cases = new ArrayList<>();

    private ContractCases(Precision precision) {
        this.precision = precision;
    }

    /** All cases but convolutions, with values that the precision holds exactly. */
    public static List<OperationCase> all(Precision precision) {
        var contract = new ContractCases(precision);
        contract.linearLayers();
        contract.norms();
        contract.activations();
        contract.pools();
        contract.moves();
        contract.weights();
        contract.losses();
        contract.updates();
        contract.inputs();
        return contract.cases;
    }

    private Draw draw() {
        return Draw.of(precision, "contract", cases.size());
    }

    private void linearLayers() {
        for (int[] size : new int[][] {{1, 3, 1}, {3, 17, 5}, {3, 16, 16}, {128, 64, 10}, {3, 784, 32}, {1, 32, 17}}) {
            cases.add(LinearCases.of(draw(), size[0], size[1], size[2], Bias.WITH));
            cases.add(LinearCases.of(draw(), size[0], size[1], size[2], Bias.WITHOUT));
        }
    }

    private void norms() {
        for (Activation activation : ActivationCases.all()) {
            for (NormCases.Residual residual : NormCases.Residual.values()) {
                norm(ODD, activation, residual, 1 + residual.ordinal() % 2);
            }
        }
        for (Shape shape : Stream.concat(MAPS.stream(), VECTORS.stream()).toList()) {
            norm(shape, new Relu(), NormCases.Residual.NONE, 1);
            norm(shape, new Relu(), NormCases.Residual.ADDED, 2);
        }
    }

    private void norm(Shape shape, Activation activation, NormCases.Residual residual, int upstreams) {
        var setup = new NormCases.Setup(shape, activation, residual, upstreams, MARGIN);
        cases.add(NormCases.training(draw(), setup));
        cases.add(NormCases.inference(draw(), setup));
    }

    private void activations() {
        Shape wide = Shape.of(1, 1, 1, 8);
        for (Activation activation : ActivationCases.all()) {
            for (Shape shape : List.of(ODD, Shape.of(1, 3, 1, 1), Shape.of(1, 16, 32, 32), Shape.of(3, 17))) {
                cases.add(ActivationCases.of(draw(), activation, shape));
            }
            double[] extremes = {-10000, -100, -0.0078125, -1e-30f, 1e-30f, 0.0078125, 100, 10000};
            for (int k = 0; k < extremes.length; k++) {
                extremes[k] = draw().rounded(extremes[k]);
            }
            cases.add(ActivationCases.of(draw(), activation, wide, extremes));
        }
    }

    private void pools() {
        PoolCases.everyPool().forEach(pool -> {
            for (Shape shape : List.of(ODD, Shape.of(1, 3, 2, 2), Shape.of(3, 32, 8, 8), Shape.of(1, 16, 32, 32))) {
                cases.add(PoolCases.windowed("normal", draw(), pool, shape, draw().normal(shape)));
                cases.add(PoolCases.windowed("equal values", draw(), pool, shape, draw().halves(shape)));
            }
        });
        MAPS.forEach(shape -> cases.add(PoolCases.globalAverage(draw(), shape)));
    }

    private void moves() {
        for (Shape shape : Stream.concat(MAPS.stream(), VECTORS.stream()).toList()) {
            cases.add(ElementCases.sum(draw(), shape, 2));
            cases.add(ElementCases.sum(draw(), shape, 3));
            cases.add(ElementCases.mask(draw(), shape));
            cases.add(ElementCases.drawnSlopes(draw(), shape));
        }
        MAPS.forEach(shape -> cases.add(ElementCases.flatten(draw(), shape)));
        cases.add(ElementCases.concatenate(draw(), 3, Shape.of(5, 7), 16, 16));
        cases.add(ElementCases.concatenate(draw(), 1, Shape.of(8, 8), 3, 5, 17));
        cases.add(ElementCases.concatenate(draw(), 3, Shape.of(1, 1), 32, 3));
        cases.add(ElementCases.concatenate(draw(), 3, Shape.of(), 16, 5));
        cases.add(ElementCases.subsample(draw(), Shape.of(3, 16, 32, 32), 32, 2));
        cases.add(ElementCases.subsample(draw(), ODD, 32, 2));
        cases.add(ElementCases.subsample(draw(), Shape.of(1, 3, 8, 8), 5, 3));
        cases.add(ElementCases.subsample(draw(), Shape.of(3, 16, 8, 8), 16, 2));
        cases.add(ElementCases.subsample(draw(), Shape.of(1, 5, 1, 1), 17, 1));
    }

    private void weights() {
        for (Shape shape : List.of(
                Shape.of(1, 2), Shape.of(3, 17), Shape.of(10, 784), Shape.of(16, 5, 3, 3), Shape.of(32, 32, 3, 3))) {
            for (EqualNormForm type : EqualNormForm.values()) {
                cases.add(WeightCases.equalNorm(draw(), shape, type, 1));
            }
            cases.add(WeightCases.gain(draw(), shape, 1));
            cases.add(WeightCases.gain(draw(), shape, shape.axis(0)));
            cases.add(WeightCases.addShiftedDecay(draw(), shape, new ShiftedDecay(0.125, 0.25)));
        }
        cases.add(WeightCases.equalNorm(draw(), Shape.of(17, 1), EqualNormForm.ROWS, 3));
        cases.add(WeightCases.equalNorm(draw(), Shape.of(17, 1), EqualNormForm.CENTERED_LAYER, 3));
        cases.add(WeightCases.addShiftedDecay(draw(), Shape.of(17, 1), new ShiftedDecay(0.125, 0.25)));
    }

    private void losses() {
        for (Loss function : LossCases.all()) {
            for (Shape shape : List.of(Shape.of(1, 10), Shape.of(3, 5), Shape.of(128, 100), Shape.of(3, 2))) {
                double[] labels = draw().labels(shape.axis(0), shape.axis(1));
                cases.add(LossCases.of("normal", function, shape, draw().normal(shape), labels));
                cases.add(LossCases.of("equal logits", function, shape, draw().halves(shape), labels));
                double[] second = draw().labels(shape.axis(0), shape.axis(1));
                cases.add(LossCases.mixed(function, shape, draw().normal(shape), labels, second, 0.375));
            }
            double[] extremes = {10000, -10000, 0, 10000, 10000, -10000, -10000, -10000, 10000};
            for (int k = 0; k < extremes.length; k++) {
                extremes[k] = draw().rounded(extremes[k]);
            }
            double[] labels = {0, 1, 0};
            cases.add(LossCases.of("logits ±10⁴", function, Shape.of(3, 3), extremes, labels));
        }
    }

    private void updates() {
        for (Shape shape :
                List.of(Shape.of(1), Shape.of(17), Shape.of(10, 17), Shape.of(16, 5, 3, 3), Shape.of(32, 32, 3, 3))) {
            for (UpdateRule rule : List.of(new UpdateRule(1, 1, Double.NEGATIVE_INFINITY), new UpdateRule(5, 0, 0.5))) {
                cases.add(UpdateCases.sgd(draw(), shape, true, rule));
                cases.add(UpdateCases.sgd(draw(), shape, false, rule));
                cases.add(UpdateCases.adam(draw(), shape, rule));
            }
        }
    }

    private void inputs() {
        for (Shape shape : List.of(
                Shape.of(1, 1, 1, 1),
                Shape.of(3, 1, 5, 7),
                Shape.of(10, 3, 5, 7),
                Shape.of(9, 1, 28, 28),
                Shape.of(9, 3, 32, 32),
                Shape.of(3, 17, 4, 3))) {
            cases.add(InputCases.prepare(draw(), shape));
        }
    }
}
