package dev.lamina.program.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.activation.Identity;
import dev.lamina.nn.activation.Relu;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FusionTest {
    private final ForwardPass pass = ForwardCompiler.compile(
            new ProgramBuilder(), Networks.residual(), 2, NormMode.TRAINING, InputForm.PREPARED);
    private final List<Operation> fused = Fusion.fuse(pass.operations(), Set.of(pass.logits()));

    @Test
    void everyActivationAndSumOfAResidualNetworkIsAbsorbed() {
        assertTrue(
                fused.stream().noneMatch(o -> o instanceof ActivationOperation || o instanceof ElementOperation.Sum));
        assertEquals(pass.operations().size() - 4, fused.size());
    }

    @Test
    void onlyTheLaterOfTwoNormsBeforeASumTakesIt() {
        List<NormOperation.Training> norms = fused.stream()
                .filter(NormOperation.Training.class::isInstance)
                .map(NormOperation.Training.class::cast)
                .toList();
        NormOperation.Training last = norms.getLast();
        assertEquals("block/shortcutNorm", last.layer());
        assertEquals(new Relu(), last.activation());
        NormOperation.Training second = norms.get(2);
        assertEquals("block/norm2", second.layer());
        assertEquals(new Identity(), second.activation());
        assertEquals(second.y(), last.residual().orElseThrow());
    }

    @Test
    void everyValueIsComputedBeforeItIsRead() {
        var known = new HashSet<Value>();
        for (Operation operation : fused) {
            for (var input : operation.inputs()) {
                assertTrue(
                        input.kind() != Value.Kind.INTERMEDIATE || known.contains(input),
                        operation.layer() + " reads " + input.name() + " too early");
            }
            known.addAll(operation.outputs());
        }
    }

    @Test
    void aKeptValueIsNotAbsorbed() {
        var activation = pass.operations().stream()
                .filter(ActivationOperation.Forward.class::isInstance)
                .map(ActivationOperation.Forward.class::cast)
                .findFirst()
                .orElseThrow();
        List<Operation> keeping = Fusion.fuse(pass.operations(), Set.of(activation.x()));
        assertTrue(keeping.contains(activation));
    }
}
