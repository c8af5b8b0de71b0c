package dev.lamina.backend.cpu.kernel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No launch of an activation leaves anything on the heap, forward or backward, alone or behind a batch norm. */
class ActivationAllocationTest {
    private static final BlockedShape SHAPE = new BlockedShape(2, 16, 32, 32);

    static Stream<PlainActivation> activations() {
        return PlainActivation.all(SHAPE.channels()).stream();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void aLaunchAllocatesNothingOnceItIsCompiled(PlainActivation activation) {
        new ActivationLaunches(SHAPE, Precision.FLOAT32, activation.activation())
                .launches()
                .forEach((name, launch) ->
                        LaunchAllocation.assertAtMostOnceCompiled(0, launch, activation + " " + name));
    }
}
