package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.cases.NetworkCases;
import dev.lamina.backend.cases.OperationCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of whole networks against central differences, in training mode and in test mode. */
class NetworkGradientTest {
    private static final int BATCH = 3;
    private static final int PROBES = 8;

    static Stream<OperationCase> cases() {
        return NetworkCases.all(BATCH);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfAWholeNetworkAreThoseOfItsObjective(OperationCase operationCase) {
        assertEquals(List.of(), GradientCheck.faults(operationCase, PROBES));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCheckNoticesDerivativesOfEveryTensorThatAreOneThousandthTooLarge(OperationCase operationCase) {
        assertEquals(Set.of(), GradientCheck.blindSpots(operationCase, PROBES));
    }
}
