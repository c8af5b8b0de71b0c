package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostCopiesTest {
    /** Weights 16 · 20 and 20 · 3, biases 20 and 3. */
    private static final ResolvedNetwork NETWORK = NetworkResolver.resolve(
                    new Mlp(List.of(20), true).graph(new Relu(), new SoftmaxHead(true, 0)), Shape.of(1, 4, 4), 3)
            .orThrow();

    private static long bytes(Optimizer optimizer) {
        return HostCopies.bytes(NETWORK, Programs.training(NETWORK, 8, optimizer, DecayScope.WEIGHTS));
    }

    @Test
    void everyValueOnceTheWeightsOnceMoreTheLargestTensorAndTwoBatches() {
        assertEquals(4 * (2 * 403 + 380 + 320 + 2 * (8 * 17 + 3)), bytes(new Sgd(0.9, true)));
        assertEquals(4 * (3 * 403 + 380 + 320 + 2 * (8 * 17 + 4)), bytes(new Adam(0.9, 0.999, 1e-8)));
    }
}
