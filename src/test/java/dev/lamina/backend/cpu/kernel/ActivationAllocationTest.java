package dev.lamina.backend.cpu.kernel;

import org.junit.jupiter.api.Test;

/** No launch of an activation leaves anything on the heap, forward or backward, alone or behind a batch norm. */
class ActivationAllocationTest {
    private static final BlockedShape SHAPE = new BlockedShape(2, 16, 32, 32);

    @Test
    void aLaunchAllocatesNothingOnceItIsCompiled() throws Exception {
        LaunchAllocation.assertDoneByItself(ActivationAllocationTest.class);
    }

    public static void main(String[] args) {
        for (PlainActivation activation : PlainActivation.all(SHAPE.channels())) {
            new ActivationLaunches(SHAPE, Precision.FLOAT32, activation.activation())
                    .launches()
                    .forEach((name, launch) ->
                            LaunchAllocation.requireAtMostOnceCompiled(0, launch, activation + " " + name));
        }
    }
}
