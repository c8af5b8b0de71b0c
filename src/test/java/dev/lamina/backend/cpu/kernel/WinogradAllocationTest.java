package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A vector that does not stay in a register lies on the heap: a launch would allocate megabytes and crawl. */
class WinogradAllocationTest {
    /** The objects of a launch's own, which C2 does not always remove; a vector an element would be a thousand times as much. */
    private static final long FEW_BYTES = 16_384;

    @Test
    void aLaunchAllocatesNoVectorOnceItIsCompiled() throws Exception {
        LaunchAllocation.assertDoneByItself(WinogradAllocationTest.class);
    }

    public static void main(String[] args) {
        for (int blocks : new int[] {1, 2, 4}) {
            require(blocks);
        }
    }

    private static void require(int blocks) {
        BlockedShape shape = new BlockedShape(2, blocks * Lanes.COUNT, 9, 8);
        Team team = Team.inline();
        WinogradConvolution convolution = new WinogradConvolution(team, new WinogradScratch(team), shape, shape);
        BlockedTensor x = TestTensors.zeros(shape, Precision.FLOAT32);
        BlockedTensor y = TestTensors.zeros(shape, Precision.FLOAT32);
        MemorySegment w = Arena.ofAuto().allocate(convolution.weightElements() * Float.BYTES, 64);
        for (Launch launch : List.of(
                convolution.forward(x, w, y),
                convolution.backwardData(y, w, x),
                convolution.backwardWeights(x, y, w))) {
            LaunchAllocation.requireAtMostOnceCompiled(FEW_BYTES, launch, blocks + " blocks");
        }
    }
}
