package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.Precision;
import dev.lamina.backend.cases.ActivationCases;
import dev.lamina.backend.cases.Bias;
import dev.lamina.backend.cases.ConvolutionCases;
import dev.lamina.backend.cases.Draw;
import dev.lamina.backend.cases.ElementCases;
import dev.lamina.backend.cases.LinearCases;
import dev.lamina.backend.cases.LossCases;
import dev.lamina.backend.cases.NormCases;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.backend.cases.PoolCases;
import dev.lamina.backend.cases.SealedTypes;
import dev.lamina.backend.cases.WeightCases;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.WeightOperation;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backward operation against central differences of its forward operation. */
class OperationGradientTest {
    private static final Shape MAP = Shape.of(2, 3, 5, 4);
    private static final double MARGIN = 1e-3;

    private static Draw draw(long... indices) {
        return Draw.of(Precision.F32, "gradients", indices);
    }

    @ParameterizedTest
    @MethodSource({"convolutions", "linearLayers", "norms", "activations", "pools", "moves", "weights", "losses"})
    void computedGradientsAreThoseOfTheObjective(OperationCase operationCase) {
        assertEquals(List.of(), GradientCheck.faults(operationCase));
    }

    @ParameterizedTest
    @MethodSource({"convolutions", "linearLayers", "norms", "activations", "pools", "moves", "weights", "losses"})
    void theCheckNoticesDerivativesOfEveryTensorThatAreOneThousandthTooLarge(OperationCase operationCase) {
        assertEquals(Set.of(), GradientCheck.blindSpots(operationCase, Integer.MAX_VALUE));
    }

    /** A sum's gradient is the upstream one itself; what prepares inputs, updates and what decay adds to gradients are not differentiated. */
    @Test
    void everyOperationThatIsDifferentiatedIsChecked() {
        Set<Class<?>> unchecked = SealedTypes.leaves(Operation.class);
        unchecked.removeAll(SealedTypes.leaves(InputOperation.class));
        unchecked.removeAll(SealedTypes.leaves(UpdateOperation.class));
        unchecked.remove(ElementOperation.Sum.class);
        unchecked.remove(WeightOperation.AddShiftedDecay.class);
        Stream.of(convolutions(), linearLayers(), norms(), activations(), pools(), moves(), weights(), losses())
                .flatMap(cases -> cases)
                .flatMap(c -> c.program().operations().stream())
                .forEach(operation -> unchecked.remove(operation.getClass()));
        assertEquals(Set.of(), unchecked);
    }

    @Test
    void theCheckNoticesAValueThatNobodyDifferentiates() {
        OperationCase whole = ElementCases.flatten(draw(), MAP);
        var without = new OperationCase(
                whole.name(),
                whole.program(),
                whole.values(),
                whole.upstreams(),
                Map.of(),
                whole.constants(),
                whole.rounding());
        assertEquals(List.of("x: has no gradient"), GradientCheck.faults(without));
    }

    static Stream<OperationCase> convolutions() {
        return Stream.of(
                ConvolutionCases.of(draw(1), MAP, 2, new Window(3, 1, 1, 1, 1), Bias.WITH),
                ConvolutionCases.of(draw(2), MAP, 2, new Window(3, 2, 1, 1, 1), Bias.WITHOUT),
                ConvolutionCases.of(draw(3), MAP, 6, new Window(2, 1, 0, 2, 3), Bias.WITH),
                ConvolutionCases.of(draw(4), Shape.of(1, 4, 5, 5), 4, new Window(5, 3, 2, 1, 2), Bias.WITHOUT),
                ConvolutionCases.of(draw(5), Shape.of(2, 4, 3, 3), 3, new Window(1, 2, 0, 1, 1), Bias.WITH));
    }

    static Stream<OperationCase> linearLayers() {
        return Stream.of(LinearCases.of(draw(1), 3, 5, 4, Bias.WITH), LinearCases.of(draw(2), 1, 4, 2, Bias.WITHOUT));
    }

    static Stream<OperationCase> norms() {
        List<OperationCase> cases = new ArrayList<>();
        for (Activation activation : ActivationCases.all()) {
            for (NormCases.Residual residual : NormCases.Residual.values()) {
                int upstreams = residual == NormCases.Residual.NONE ? 1 : 2;
                var setup = new NormCases.Setup(Shape.of(2, 3, 3, 2), activation, residual, upstreams, MARGIN);
                cases.add(NormCases.training(draw(1, cases.size()), setup));
                cases.add(NormCases.inference(draw(2, cases.size()), setup));
            }
        }
        var features = new NormCases.Setup(Shape.of(5, 4), new Relu(), NormCases.Residual.NONE, 2, MARGIN);
        cases.add(NormCases.training(draw(3), features));
        return cases.stream();
    }

    static Stream<OperationCase> activations() {
        return ActivationCases.all().stream()
                .flatMap(activation -> Stream.of(
                        ActivationCases.of(draw(1), activation, Shape.of(2, 3, 3, 2)),
                        ActivationCases.of(draw(2), activation, Shape.of(3, 4))));
    }

    static Stream<OperationCase> pools() {
        return Stream.concat(
                PoolCases.everyPool()
                        .map(pool -> PoolCases.windowed("distinct", draw(1), pool, MAP, draw(2).distinct(MAP))),
                Stream.of(PoolCases.globalAverage(draw(4), MAP)));
    }

    static Stream<OperationCase> moves() {
        return Stream.of(
                ElementCases.concatenate(draw(1), 2, Shape.of(3, 2), 1, 3, 2),
                ElementCases.concatenate(draw(7), 2, Shape.of(), 2, 3),
                ElementCases.flatten(draw(2), MAP),
                ElementCases.mask(draw(3), MAP),
                ElementCases.drawnSlopes(draw(8), MAP),
                ElementCases.subsample(draw(4), MAP, 6, 2),
                ElementCases.subsample(draw(5), MAP, 6, 3),
                ElementCases.subsample(draw(6), MAP, 3, 1));
    }

    static Stream<OperationCase> weights() {
        Stream<OperationCase> constraints = Arrays.stream(EqualNormForm.values())
                .flatMap(type -> Stream.of(
                        WeightCases.equalNorm(draw(1), Shape.of(3, 2, 2, 2), type, 1),
                        WeightCases.equalNorm(draw(2), Shape.of(4, 5), type, 2.5)));
        return Stream.concat(
                constraints,
                Stream.of(
                        WeightCases.gain(draw(3), Shape.of(3, 2, 2, 2), 3),
                        WeightCases.gain(draw(4), Shape.of(4, 5), 1)));
    }

    static Stream<OperationCase> losses() {
        Shape shape = Shape.of(3, 5);
        return LossCases.all().stream()
                .flatMap(function -> Stream.of(
                        LossCases.of("normal", function, shape, awayFromMargin(shape), draw(2).labels(3, 5)),
                        LossCases.mixed(
                                function,
                                shape,
                                awayFromMargin(shape),
                                draw(2).labels(3, 5),
                                draw(3).labels(3, 5),
                                0.375)));
    }

    /** The plain hinge has kinks at ±1; what is left of a normal logit near one is moved off. */
    private static double[] awayFromMargin(Shape shape) {
        return Arrays.stream(draw(1).normal(shape))
                .map(z -> Math.abs(Math.abs(z) - 1) < 0.05 ? z * 1.2 : z)
                .toArray();
    }
}
