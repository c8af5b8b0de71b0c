package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.Precision;
import dev.lamina.backend.cases.ActivationCases;
import dev.lamina.backend.cases.Draw;
import dev.lamina.backend.cases.LossCases;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.backend.cases.Outcome;
import dev.lamina.backend.cases.SmallNetworks;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Identities that the operations must satisfy whatever the numbers. */
class PropertiesTest {
    private static final Draw DRAW = Draw.of(Precision.F32, "properties");

    @Test
    void aShiftOfAnExamplesLogitsChangesNothing() {
        Shape shape = Shape.of(3, 5);
        double[] logits = DRAW.normal(shape);
        double[] shifted = logits.clone();
        for (int k = 0; k < shifted.length; k++) {
            shifted[k] += 10.0 * (k / 5) - 7;
        }
        double[] labels = DRAW.labels(3, 5);
        Outcome before = outcome(LossCases.crossEntropy("as drawn", shape, logits, labels, 0.1));
        Outcome after = outcome(LossCases.crossEntropy("shifted", shape, shifted, labels, 0.1));
        assertEquals(before.get("loss")[0], after.get("loss")[0], 1e-13);
        assertArrayEquals(before.get("d:logits"), after.get("d:logits"), 1e-14);
        assertEquals(before.get("correct")[0], after.get("correct")[0]);
    }

    @Test
    void theGradientOfTheLossSumsToZeroOverTheClasses() {
        Shape shape = Shape.of(4, 3);
        OperationCase loss = LossCases.crossEntropy("normal", shape, DRAW.normal(shape), DRAW.labels(4, 3), 0.2);
        double[] gradient = outcome(loss).get("d:logits");
        for (int n = 0; n < 4; n++) {
            assertEquals(0, gradient[3 * n] + gradient[3 * n + 1] + gradient[3 * n + 2], 1e-15);
        }
    }

    /** So GBR, the mean of ‖J‖²_F over examples, is ‖W‖²_F (METHODS section 4). */
    @Test
    void theJacobianOfASingleLinearLayerIsItsWeightMatrix() {
        int batch = 2;
        int classes = 3;
        int features = 5;
        ResolvedNetwork network = SmallNetworks.resolve(
                new SequentialGraph().head(new SoftmaxHead(true, 0)), Shape.of(features), classes);
        Program program = Programs.inputGradients(network, batch, classes);
        Map<String, double[]> values = new HashMap<>(SmallNetworks.initialValues(network, DRAW));
        values.put(Program.IMAGES, DRAW.normal(Shape.of(batch, features)));
        for (int k = 0; k < classes; k++) {
            double[] unit = new double[batch * classes];
            for (int n = 0; n < batch; n++) {
                unit[n * classes + k] = 1;
            }
            values.put(Programs.SEED_PREFIX + k, unit);
        }
        Outcome outcome = Outcome.ofReference(program, values);
        double[] w = values.get("head/logits.weight");
        double squaredNorm = 0;
        for (int k = 0; k < classes; k++) {
            double[] gradient = outcome.get(Programs.GRADIENT_PREFIX + k);
            double[] row = Arrays.copyOfRange(w, k * features, (k + 1) * features);
            for (int n = 0; n < batch; n++) {
                assertArrayEquals(row, Arrays.copyOfRange(gradient, n * features, (n + 1) * features));
            }
            squaredNorm += Arrays.stream(gradient).map(g -> g * g).sum() / batch;
        }
        assertEquals(Arrays.stream(w).map(v -> v * v).sum(), squaredNorm, 1e-14);
    }

    @Test
    void mpeluBecomesReluEluAndNearlyPrelu() {
        assertSame(new Relu(), mpelu(), 0, 1, 0);
        assertSame(new Elu(1), mpelu(), 1, 1, 0);
        assertSame(new Prelu(0.25, Sharing.CHANNEL), mpelu(), 25.6302, 0.01, 0.05);
    }

    private static Mpelu mpelu() {
        return new Mpelu(1, 1, Sharing.CHANNEL, 1, 1);
    }

    /** On inputs within [−1, 1], where α(e^{βy} − 1) with αβ = 0.2563 is within 0.05 of 0.25 y. */
    private static void assertSame(Activation plain, Mpelu mpelu, double alpha, double beta, double tolerance) {
        Shape shape = Shape.of(4, 3);
        double[] x = DRAW.uniform(shape, -1, 1);
        OperationCase other = ActivationCases.of(DRAW, plain, shape, x);
        OperationCase drawn = ActivationCases.of(DRAW, mpelu, shape, x);
        double[] slopes = {0.25, 0.25, 0.25};
        Outcome expected = outcome(plain instanceof Prelu ? other.with(Map.of("p0", slopes)) : other);
        Outcome actual = outcome(drawn.with(Map.of(
                "p0", new double[] {alpha, alpha, alpha},
                "p1", new double[] {beta, beta, beta},
                "dy", other.values().get("dy"))));
        assertArrayEquals(expected.get("y"), actual.get("y"), tolerance);
        assertArrayEquals(expected.get("d:x"), actual.get("d:x"), tolerance);
    }

    private static Outcome outcome(OperationCase operationCase) {
        return Outcome.ofReference(operationCase.program(), operationCase.values());
    }
}
