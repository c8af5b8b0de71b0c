package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormBoundsTest {
    @Test
    void twoLayersOfSquaredNormOneAndAHundred() {
        ResolvedNetwork network = SmallNetworks.mlp(2, List.of(1));
        HostTensor first = HostTensor.zeros(Shape.of(1, 18));
        first.values()[3] = -1;
        HostTensor second = new HostTensor(Shape.of(2, 1), new float[] {6, 8});
        NormBounds bounds = NormBounds.of(network, Map.of("linear1.weight", first, "head/logits.weight", second)::get);
        assertEquals(2, bounds.log10NormProduct(), 1e-12);
        assertEquals(2 * Math.log10(50.5), bounds.log10WeightDecayBound(), 1e-12);
    }

    @Test
    void manyLargeLayersDoNotOverflow() {
        ResolvedNetwork network = SmallNetworks.mlp(2, java.util.Collections.nCopies(200, 2));
        NormBounds bounds = NormBounds.of(network, name -> {
            int inputs = name.startsWith("linear1.") ? 18 : 2;
            return HostTensor.filled(Shape.of(2, inputs), 1e6f);
        });
        assertEquals(200 * Math.log10(4e12) + Math.log10(36e12), bounds.log10NormProduct(), 1e-6);
        assertTrue(Double.isFinite(bounds.log10WeightDecayBound()));
    }

    @Test
    void theTheoremIsClaimedForChainsOfLinearLayersOnly() {
        assertTrue(NormBounds.holdsFor(SmallNetworks.mlp(2, List.of(3))));
        assertFalse(NormBounds.holdsFor(SmallNetworks.resolve(
                new SequentialGraph().then("conv", Conv2d.same(3, 3, 1)).then("flatten", new Flatten()), 2)));
        assertTrue(NormBounds.holdsFor(withActivation(new Relu())));
        assertTrue(NormBounds.holdsFor(withActivation(new Elu(1))));
        assertFalse(NormBounds.holdsFor(withActivation(new Elu(2))));
    }

    private static ResolvedNetwork withActivation(dev.lamina.nn.activation.Activation activation) {
        return SmallNetworks.resolve(
                new SequentialGraph()
                        .then("flatten", new Flatten())
                        .then("linear", new Linear(4, true))
                        .then("activation", new ActivationLayer(activation)),
                2);
    }
}
