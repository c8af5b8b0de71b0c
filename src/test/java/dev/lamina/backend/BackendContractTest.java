package dev.lamina.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lamina.backend.cases.ActivationCases;
import dev.lamina.backend.cases.Bias;
import dev.lamina.backend.cases.Comparison;
import dev.lamina.backend.cases.ContractCases;
import dev.lamina.backend.cases.ConvolutionCases;
import dev.lamina.backend.cases.ConvolutionContract;
import dev.lamina.backend.cases.Draw;
import dev.lamina.backend.cases.GoldenLosses;
import dev.lamina.backend.cases.LossCases;
import dev.lamina.backend.cases.LossCurve;
import dev.lamina.backend.cases.NetworkCases;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.backend.cases.Outcome;
import dev.lamina.backend.cases.PoolCases;
import dev.lamina.backend.cases.SealedTypes;
import dev.lamina.backend.cases.Sensitivity;
import dev.lamina.backend.cases.Tolerance;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.program.Operation;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What every backend promises, checked against the reference backend. A backend's own test extends this, says which
 * backend and settings it is about, and inherits the rest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BackendContractTest {
    private int compared;
    private boolean served;

    protected abstract Backend backend();

    protected abstract SessionSettings settings();

    /** Whether this backend may refuse an operation at prepare; none by default. */
    protected boolean lacks(Operation operation) {
        return false;
    }

    /**
     * The largest relative distance of a loss from the reference's in ten training steps. Moving all initial weights by
     * 2⁻²² or 2⁻⁸ (relative, at random) moves the reference's losses by 3·10⁻⁷ or 2·10⁻²; a run in bf16 rounds some five
     * tensors a layer to 2⁻⁸ at every step.
     */
    protected double lossTolerance() {
        return switch (settings().precision()) {
            case F32 -> 1e-4;
            case TF32 -> 1e-2;
            case BF16 -> 1e-1;
        };
    }

    /**
     * The largest distance of an element of a gradient of a small network from the reference's, in parts of the largest
     * element. Loops in float32 stay within 5·10⁻⁶; Winograd's rounding is up to 31 times as large. Gradients in bf16 are
     * compared as whole tensors, see {@link Sensitivity}.
     */
    protected double networkTolerance() {
        return 1e-4;
    }

    @TestFactory
    Stream<DynamicTest> convolutionsAgreeWithTheReference() {
        return ConvolutionContract.all(settings().precision()).stream().map(this::agreement);
    }

    @TestFactory
    Stream<DynamicTest> otherOperationsAgreeWithTheReference() {
        return ContractCases.all(settings().precision()).stream().map(this::agreement);
    }

    /** What a machine lacks is skipped as a whole, for the reason that the backend gives. */
    @BeforeEach
    void theMachineHasWhatIsTested() {
        backend()
                .unserved(settings())
                .ifPresent(setting -> abort(setting.message().toString()));
        served = true;
    }

    @AfterAll
    void notEverythingWasSkipped() {
        assertTrue(compared > 0 || !served, "every case was skipped");
    }

    @Test
    void everyOperationHasACase() {
        Set<Class<?>> covered = cases().flatMap(c -> c.program().operations().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        Set<Class<?>> missing = SealedTypes.leaves(Operation.class);
        assertTrue(missing.size() > 20, "the sealed hierarchy is walked");
        missing.removeAll(covered);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyActivationHasACase() {
        Set<Class<?>> missing = SealedTypes.leaves(Activation.class);
        ActivationCases.all().forEach(activation -> missing.remove(activation.getClass()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPoolHasACase() {
        Set<Class<?>> missing = SealedTypes.leaves(WindowPool.class);
        PoolCases.everyPool().forEach(pool -> missing.remove(pool.getClass()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyLossHasACase() {
        Set<Class<?>> missing = SealedTypes.leaves(Loss.class);
        LossCases.all().forEach(loss -> missing.remove(loss.getClass()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void tenTrainingStepsFollowTheReference() {
        LossCurve.Result result = LossCurve.of(backend(), settings());
        GoldenLosses.File golden = GoldenLosses.read();
        for (int i = 0; i < LossCurve.STEPS; i++) {
            double expected = golden.losses().get(i);
            assertEquals(expected, result.losses().get(i), lossTolerance() * expected, "loss of step " + (i + 1));
        }
        double expected = golden.evaluationLoss();
        assertEquals(expected, result.evaluationLoss(), lossTolerance() * expected, "loss in test mode");
    }

    /** Gradients in parameters and in images of networks with odd channels, joined and forked values, dropout. */
    @TestFactory
    Stream<DynamicTest> gradientsOfWholeNetworksAgreeWithTheReference() {
        return NetworkCases.all(3)
                .map(networkCase -> DynamicTest.dynamicTest(networkCase.name(), () -> {
                    try (Session session = backend().open(settings())) {
                        plan(session, networkCase);
                        Outcome actual = Outcome.of(session, networkCase);
                        Outcome expected = Outcome.ofReference(networkCase.program(), networkCase.values());
                        assertEquals(
                                List.of(),
                                switch (settings().precision()) {
                                    case F32, TF32 ->
                                        Comparison.faults(
                                                expected,
                                                actual,
                                                networkCase.gradients().values(),
                                                networkTolerance());
                                    case BF16 ->
                                        Comparison.faults(expected, actual, Sensitivity.allowed(networkCase, expected));
                                });
                    }
                }));
    }

    @Test
    void trainingTwiceGivesTheSameBits() {
        LossCurve.Result first = LossCurve.of(backend(), settings());
        LossCurve.Result second = LossCurve.of(backend(), settings());
        assertEquals(first.losses(), second.losses());
        first.values()
                .forEach((name, value) -> assertArrayEquals(
                        value.values(), second.values().get(name).values(), name));
    }

    @Test
    void outputsAreTheCallersAndInputsAreCopied() {
        OperationCase convolution = convolution(3);
        try (Session session = backend().open(settings());
                Executable executable = session.prepare(convolution.program())) {
            session.write("bias", HostTensor.filled(Shape.of(17), 1));
            HostTensor x = HostTensor.zeros(Shape.of(3, 5, 8, 8));
            HostTensor dy = HostTensor.filled(Shape.of(3, 17, 8, 8), 1);
            HostTensor ones = executable.run(Map.of("x", x, "dy", dy)).get("y");
            session.write("bias", HostTensor.filled(Shape.of(17), 2));
            HostTensor twos = executable.run(Map.of("x", x, "dy", dy)).get("y");
            assertEquals(1, ones.values()[0]);
            assertEquals(2, twos.values()[0]);
            assertEquals(0, x.values()[0]);
        }
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        OperationCase convolution = convolution(3);
        try (Session session = backend().open(settings())) {
            session.prepare(convolution.program());
            Shape shape = Shape.of(17, 5, 3, 3);
            float[] values = new float[(int) shape.size()];
            float[] special = {0f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY, Float.NaN, 0.1f};
            for (int k = 0; k < values.length; k++) {
                values[k] = k < special.length ? special[k] : (float) Math.sin(k);
            }
            session.write("w", new HostTensor(shape, values.clone()));
            assertEquals(shape, session.read("w").shape());
            assertArrayEquals(bits(values), bits(session.read("w").values()));
        }
    }

    @Test
    void aPersistentValueIsZeroUntilItIsWritten() {
        try (Session session = backend().open(settings())) {
            session.prepare(convolution(3).program());
            assertEquals(Set.of("w", "bias"), session.names());
            assertArrayEquals(new float[17], session.read("bias").values());
        }
    }

    @Test
    void programsOfASessionShareTheirParameters() {
        OperationCase three = convolution(3);
        OperationCase one = convolution(1);
        try (Session session = backend().open(settings());
                Executable first = session.prepare(three.program());
                Executable second = session.prepare(one.program())) {
            Outcome.of(session, three);
            assertEquals(first.plan().size(), second.plan().size());
            OperationCase shared = one.with(
                    Map.of("w", three.values().get("w"), "bias", three.values().get("bias")));
            Outcome outcome = Outcome.ofRun(session, second, shared);
            assertEquals(List.of(), Comparison.faults(shared, outcome, tolerance(second.plan())));
        }
    }

    @Test
    void aConvolutionWhoseShapesDoNotFitIsRefusedByItsLayersName() {
        var broken = ConvolutionCases.misfit("stage1/conv");
        try (Session session = backend().open(settings())) {
            RuntimeException refused = assertThrows(RuntimeException.class, () -> session.prepare(broken));
            assertTrue(refused.getMessage().contains("stage1/conv"), refused.getMessage());
        }
    }

    @Test
    void aMissingOrMisshapenInputIsRefusedByName() {
        OperationCase convolution = convolution(3);
        try (Session session = backend().open(settings());
                Executable executable = session.prepare(convolution.program())) {
            HostTensor x = HostTensor.zeros(Shape.of(3, 5, 8, 8));
            HostTensor dy = HostTensor.zeros(Shape.of(3, 17, 8, 8));
            assertRefused("dy", () -> executable.run(Map.of("x", x)));
            assertRefused("dy", () -> executable.run(Map.of("x", x, "dy", x)));
            assertRefused("z", () -> executable.run(Map.of("x", x, "dy", dy, "z", x)));
        }
    }

    @Test
    void anUnknownOrMisshapenPersistentValueIsRefusedByName() {
        try (Session session = backend().open(settings())) {
            session.prepare(convolution(3).program());
            assertRefused("v", () -> session.read("v"));
            assertRefused("v", () -> session.write("v", HostTensor.zeros(Shape.of(1))));
            assertRefused("w", () -> session.write("w", HostTensor.zeros(Shape.of(1))));
            OperationCase other = ConvolutionCases.of(
                    Draw.of(Precision.F32, "other"),
                    Shape.of(1, 3, 8, 8),
                    17,
                    ConvolutionCases.same(3, 1),
                    Bias.WITHOUT);
            assertRefused("w", () -> session.prepare(other.program()));
        }
    }

    @Test
    void aWeightThatIsNotANumberReachesTheLoss() {
        assertTrue(LossCurve.lossWithBrokenWeight(backend(), settings()).isNaN());
    }

    @Test
    void profilingTimesEveryOperationOfThePlan() {
        OperationCase convolution = convolution(3);
        try (Session session = backend().open(settings());
                Executable executable = session.prepare(convolution.program())) {
            List<Double> seconds = executable.profileSeconds(
                    Map.of("x", HostTensor.zeros(Shape.of(3, 5, 8, 8)), "dy", HostTensor.zeros(Shape.of(3, 17, 8, 8))));
            assertEquals(executable.plan().size(), seconds.size());
            assertTrue(seconds.stream().allMatch(s -> s >= 0));
            assertTrue(executable.plan().stream().allMatch(p -> p.layer().equals("conv")));
            assertTrue(session.memoryBytes() > 4L * 3 * 17 * 64);
        }
    }

    private DynamicTest agreement(OperationCase operationCase) {
        return DynamicTest.dynamicTest(operationCase.name(), () -> {
            try (Session session = backend().open(settings())) {
                Tolerance tolerance = tolerance(plan(session, operationCase));
                Outcome first = Outcome.of(session, operationCase);
                assertEquals(List.of(), Comparison.faults(operationCase, first, tolerance));
                Outcome second = Outcome.of(session, operationCase);
                first.values().forEach((name, value) -> assertArrayEquals(value, second.get(name), name));
                compared++;
            }
        });
    }

    private List<OperationPlan> plan(Session session, OperationCase operationCase) {
        try (Executable executable = session.prepare(operationCase.program())) {
            return executable.plan();
        } catch (UnsupportedOperationException e) {
            List<Operation> operations = operationCase.program().operations();
            assertTrue(operations.stream().anyMatch(this::lacks), e.getMessage());
            assertTrue(operations.stream().anyMatch(o -> e.getMessage().contains(o.layer())), e.getMessage());
            return abort("refused: " + e.getMessage());
        }
    }

    private Tolerance tolerance(List<OperationPlan> plan) {
        boolean winograd = plan.stream().anyMatch(p -> p.algorithm().contains("winograd"));
        return new Tolerance(settings().precision(), winograd ? Tolerance.WINOGRAD_AMPLIFICATION : 0);
    }

    private OperationCase convolution(int batch) {
        Draw draw = Draw.of(settings().precision(), "shared convolution", batch);
        return ConvolutionCases.of(draw, Shape.of(batch, 5, 8, 8), 17, ConvolutionCases.same(3, 1), Bias.WITH);
    }

    private Stream<OperationCase> cases() {
        Precision precision = settings().precision();
        return Stream.concat(ConvolutionContract.all(precision).stream(), ContractCases.all(precision).stream());
    }

    private static void assertRefused(String name, Runnable action) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, action::run);
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = Float.floatToRawIntBits(values[k]);
        }
        return bits;
    }
}
