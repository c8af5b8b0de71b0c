package dev.lamina.program.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import java.util.List;
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
    void theFirstConvolutionHasNoDataGradientInTraining() {
        Program program = Programs.training(network, 2, new Sgd(0.9, true), DecayScope.WEIGHTS);
        assertTrue(program.operations().stream()
                .noneMatch(o -> o instanceof ConvolutionOperation.BackwardData
                        && o.layer().equals("stem/conv")));
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

    private static Set<String> decayed(Program program) {
        return program.operations().stream()
                .filter(UpdateOperation.Sgd.class::isInstance)
                .map(UpdateOperation.Sgd.class::cast)
                .filter(u -> u.rule().weightDecayFactor() > 0)
                .map(u -> u.parameter().name().substring(u.parameter().name().indexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
