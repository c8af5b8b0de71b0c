package dev.lamina.program.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.cases.SmallNetworks;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProgramsTest {
    private final ResolvedNetwork network = Networks.residual();

    @Test
    void aTrainingStepUpdatesEveryParameterOnce() {
        Program program = Programs.training(network, 2, new Sgd(0.9, true), DecayScope.WEIGHTS);
        List<String> updated = program.operations().stream()
                .filter(UpdateOperation.Sgd.class::isInstance)
                .map(o -> ((UpdateOperation.Sgd) o).parameter().name())
                .toList();
        assertEquals(network.parameters().stream().map(NamedParameter::name).toList(), updated);
    }

    @Test
    void biasesAndNormsAreDecayedOnlyWhereTheScopeSaysSo() {
        assertEquals(Set.of("weight"), decayed(Programs.training(network, 2, new Sgd(0.9, true), DecayScope.WEIGHTS)));
        assertEquals(
                Set.of("weight", "bias", "scale", "shift"),
                decayed(Programs.training(network, 2, new Sgd(0.9, true), DecayScope.ALL)));
    }

    @Test
    void constrainedWeightsHaveTheShiftedDecayInsteadOfThePlainOne() {
        SmallNetworks.constrained().forEach((name, free) -> {
            var equalNorm = new EqualNorm(free.equalNorm().orElseThrow().type(), 1, 1e-4, 1e-3);
            ResolvedNetwork constrained = ConstrainedLayers.constrain(free, equalNorm);
            Program program = Programs.training(constrained, 2, new Sgd(0.9, true), DecayScope.WEIGHTS);
            List<String> shifted = program.operations().stream()
                    .filter(WeightOperation.AddShiftedDecay.class::isInstance)
                    .map(o -> ((WeightOperation.AddShiftedDecay) o).raw().name())
                    .toList();
            List<String> weights = new ArrayList<>(List.of("block/conv.weight", "grouped.weight", "linear.weight"));
            List<String> others = new ArrayList<>(List.of("head/logits.weight"));
            if (equalNorm.type() == EqualNormForm.WEIGHT_NORMALIZATION) {
                weights.addAll(others);
                others.clear();
            }
            assertEquals(weights, shifted, name);
            List<String> plain = program.operations().stream()
                    .filter(UpdateOperation.Sgd.class::isInstance)
                    .map(UpdateOperation.Sgd.class::cast)
                    .filter(u -> u.rule().weightDecayFactor() > 0)
                    .map(u -> u.parameter().name())
                    .toList();
            assertEquals(others, plain, name);
        });
    }

    /** One gain a layer, behind the constraint, trained without decay. */
    @Test
    void aLearnedNormIsAGainOfEachConstrainedLayer() {
        ResolvedNetwork free = SmallNetworks.constrained().values().iterator().next();
        EqualNorm learned = new EqualNorm(EqualNormForm.CENTERED_ROWS, 1, 1e-4, 1e-3, true);
        Program program = Programs.training(
                ConstrainedLayers.constrain(free, learned), 2, new Sgd(0.9, true), DecayScope.WEIGHTS);
        assertEquals(
                List.of("block/conv.gain", "grouped.gain", "linear.gain"),
                program.operations().stream()
                        .filter(WeightOperation.Gain.class::isInstance)
                        .map(o -> ((WeightOperation.Gain) o).gain().name())
                        .toList());
        assertEquals(
                List.of(0.0, 0.0, 0.0),
                program.operations().stream()
                        .filter(UpdateOperation.Sgd.class::isInstance)
                        .map(UpdateOperation.Sgd.class::cast)
                        .filter(u -> u.parameter().name().endsWith(".gain"))
                        .map(u -> u.rule().weightDecayFactor())
                        .toList());
    }

    @Test
    void theFirstConvolutionHasNoDataGradientInTraining() {
        Program program = Programs.training(network, 2, new Sgd(0.9, true), DecayScope.WEIGHTS);
        assertTrue(program.operations().stream()
                .noneMatch(o -> o instanceof ConvolutionOperation.BackwardData
                        && o.layer().equals("stem/conv")));
    }

    @Test
    void rawImagesArePreparedByTheFirstOperationAndTheRestIsAsBefore() {
        var optimizer = new Sgd(0.9, true);
        Program prepared = Programs.training(network, 2, optimizer, DecayScope.WEIGHTS);
        Program raw = Programs.training(network, 2, optimizer, DecayScope.WEIGHTS, InputForm.RAW, TargetForm.LABELS);
        assertInstanceOf(InputOperation.Prepare.class, raw.operations().getFirst());
        assertEquals(kinds(prepared), kinds(raw).subList(1, raw.operations().size()));
        Set<String> inputs = raw.inputs().stream().map(Value::name).collect(Collectors.toSet());
        assertTrue(inputs.containsAll(Set.of("rawImages", "placement", "pixelScale", "pixelOffset")));
        assertFalse(inputs.contains("images"));
    }

    private static List<Class<?>> kinds(Program program) {
        return program.operations().stream().<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void inputGradientsNeedNoWeightGradientsAndOneBackwardPassASeed() {
        Program program = Programs.inputGradients(network, 2, 3);
        assertTrue(program.operations().stream().noneMatch(ConvolutionOperation.BackwardWeights.class::isInstance));
        assertTrue(program.operations().stream().noneMatch(NormOperation.Training.class::isInstance));
        assertEquals(
                3,
                program.operations().stream()
                        .filter(o -> o instanceof ConvolutionOperation.BackwardData
                                && o.layer().equals("stem/conv"))
                        .count());
        assertEquals(
                Set.of("logits", "gradient/0", "gradient/1", "gradient/2"),
                program.outputs().keySet());
    }

    /** Values with a batch axis that operations from the loss's gradient on read and no such operation made. */
    @Test
    void theBackwardPassReadsAsMuchOfTheForwardPassAsTheSummarySays() {
        int batch = 3;
        SmallNetworks.forGradients().forEach((name, resolved) -> {
            List<Operation> operations = Programs.training(resolved, batch, new Sgd(0, false), DecayScope.ALL)
                    .operations();
            Set<Value> read = new HashSet<>();
            Set<Value> made = new HashSet<>();
            operations.stream()
                    .dropWhile(operation -> !(operation instanceof LossOperation.Backward))
                    .forEach(operation -> {
                        read.addAll(operation.inputs());
                        made.addAll(operation.outputs());
                    });
            long kept = read.stream()
                    .filter(value -> !made.contains(value) && !value.persistent())
                    .filter(value -> value.shape().rank() > 1)
                    .mapToLong(value -> value.shape().size())
                    .sum();
            assertEquals(Float.BYTES * kept / batch, NetworkSummary.of(resolved).keptBytes(), name);
        });
    }

    @Test
    void aNormsParametersHaveNoGradientInTestMode() {
        var builder = new ProgramBuilder();
        ForwardPass pass = ForwardCompiler.compile(builder, network, 2, NormMode.TEST, InputForm.PREPARED);
        Value seed = builder.input("seed", pass.logits().shape());
        Value scale = builder.parameter("block/norm1.scale", Shape.of(8));
        String refused = assertThrows(
                        IllegalArgumentException.class,
                        () -> Differentiation.differentiate(
                                builder, pass.operations(), Map.of(pass.logits(), seed), Set.of(scale), "d:"))
                .getMessage();
        assertEquals(
                "block/norm1: block/norm1.scale has no gradient in test mode; differentiate in training mode", refused);
    }

    @Test
    void anOperationOfNoForwardPassHasNoDerivative() {
        var builder = new ProgramBuilder();
        Value dy = builder.input("dy", Shape.of(2, 3));
        Value dx = builder.intermediate("dx", Shape.of(2, 3, 4, 4));
        List<Operation> operations = List.of(new PoolOperation.GlobalAverageBackward("pool", dy, dx));
        Map<Value, Value> upstream = Map.of(dx, builder.input("seed", dx.shape()));
        String refused = assertThrows(
                        IllegalArgumentException.class,
                        () -> Differentiation.differentiate(builder, operations, upstream, Set.of(dy), "d:"))
                .getMessage();
        assertEquals("pool: GlobalAverageBackward has no derivative here", refused);
    }

    private static Set<String> decayed(Program program) {
        return program.operations().stream()
                .filter(UpdateOperation.Sgd.class::isInstance)
                .map(UpdateOperation.Sgd.class::cast)
                .filter(u -> u.rule().weightDecayFactor() > 0)
                .map(u -> u.parameter().name().substring(u.parameter().name().indexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
