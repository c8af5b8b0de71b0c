package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lamina.backend.cases.NetworkCases;
import dev.lamina.backend.cases.OperationCase;
import dev.lamina.backend.cases.SmallNetworks;
import dev.lamina.graph.ResolvedNetwork;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of whole networks against central differences, in training mode and in test mode. */
class NetworkGradientTest {
    private static final int BATCH = 3;
    private static final int PROBES = 8;

    static Stream<OperationCase> cases() {
        Map<String, ResolvedNetwork> networks = SmallNetworks.forGradients();
        return networks.entrySet().stream().flatMap(network -> {
            String name = network.getKey();
            return Stream.of(
                    NetworkCases.lossInParameters(name + ", parameters", network.getValue(), BATCH),
                    NetworkCases.lossInImages(name + ", loss in images", network.getValue(), BATCH),
                    NetworkCases.logitsInImages(name + ", logits in images", network.getValue(), BATCH));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfAWholeNetworkAreThoseOfItsObjective(OperationCase operationCase) {
        assertEquals(List.of(), GradientCheck.faults(operationCase, PROBES));
    }

    @Test
    void theCheckNoticesDerivativesOfANetworkThatAreOneThousandthTooLarge() {
        assertFalse(GradientCheck.faults(cases().findFirst().orElseThrow(), gradient -> gradient * 1.001)
                .isEmpty());
    }
}
