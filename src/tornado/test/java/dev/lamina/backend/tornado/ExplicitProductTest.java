package dev.lamina.backend.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.Comparison;
import dev.lamina.backend.cases.ContractCases;
import dev.lamina.backend.cases.ConvolutionContract;
import dev.lamina.backend.cases.GoldenLosses;
import dev.lamina.backend.cases.LossCurve;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.backend.cases.Outcome;
import dev.lamina.backend.cases.Tolerance;
import dev.lamina.backend.tornado.plan.ProductRoutine;
import dev.lamina.program.LinearOperation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Products as a library computes them, here by our own kernel, which takes the same arguments on any device. */
class ExplicitProductTest {
    private static final int EVERY = 9;

    private final TornadoBackend backend = TornadoBackend.with(new DeviceFeatures(ProductRoutine.EXPLICIT, false));

    @TestFactory
    Stream<DynamicTest> someConvolutionsAgreeWithTheReference() {
        List<OperationCase> all = ConvolutionContract.all(Precision.F32);
        return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(i -> agreement(all.get(i)));
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> allConvolutionsAgreeWithTheReference() {
        return ConvolutionContract.all(Precision.F32).stream().map(this::agreement);
    }

    @TestFactory
    Stream<DynamicTest> linearLayersAgreeWithTheReference() {
        return ContractCases.all(Precision.F32).stream()
                .filter(c -> c.program().operations().stream().allMatch(LinearOperation.class::isInstance))
                .map(this::agreement);
    }

    @Test
    void tenTrainingStepsFollowTheReference() {
        List<Double> losses = LossCurve.of(backend, SessionSettings.DEFAULT).losses();
        List<Double> golden = GoldenLosses.read().losses();
        for (int i = 0; i < LossCurve.STEPS; i++) {
            assertEquals(golden.get(i), losses.get(i), 1e-4 * golden.get(i), "loss of step " + (i + 1));
        }
    }

    private DynamicTest agreement(OperationCase operationCase) {
        return DynamicTest.dynamicTest(operationCase.name(), () -> {
            try (Session session = backend.open(SessionSettings.DEFAULT)) {
                boolean grouped = operationCase.name().contains("group");
                try (Executable executable = session.prepare(operationCase.program())) {
                    assertTrue(
                            grouped
                                    || executable.plan().stream()
                                            .allMatch(plan -> plan.algorithm().equals("explicit product")),
                            executable.plan().toString());
                }
                Outcome outcome = Outcome.of(session, operationCase);
                assertEquals(List.of(), Comparison.faults(operationCase, outcome, new Tolerance(Precision.F32, 0)));
            }
        });
    }
}
