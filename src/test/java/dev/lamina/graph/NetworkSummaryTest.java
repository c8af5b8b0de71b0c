package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSummaryTest {
    private static final NetworkSummary SUMMARY = NetworkSummary.of(NetworkResolver.resolve(
                    new SequentialGraph()
                            .then("stem", new ConvNormActivation(4, 3, 1, new Relu()))
                            .then("pool", new MaxPool(2, 2, 0))
                            .then("flatten", new Flatten())
                            .then("dropout", new Dropout(0.5))
                            .head(new SoftmaxHead(true, 0)),
                    Shape.of(3, 6, 6),
                    10)
            .orThrow());

    @Test
    void everyLayerHasItsLine() {
        Shape plane = Shape.of(4, 6, 6);
        assertEquals(
                List.of(
                        new LayerSummary("stem/conv", "conv2d", plane, 108, 2 * 144 * 27),
                        new LayerSummary("stem/norm", "batch-norm", plane, 8, 2 * 144),
                        new LayerSummary("stem/activation", "relu", plane, 0, 0),
                        new LayerSummary("pool", "max-pool", Shape.of(4, 3, 3), 0, 0),
                        new LayerSummary("flatten", "flatten", Shape.of(36), 0, 0),
                        new LayerSummary("dropout", "dropout", Shape.of(36), 0, 0),
                        new LayerSummary("head/logits", "linear", Shape.of(10), 370, 2 * 360)),
                SUMMARY.layers());
    }

    @Test
    void totalsAreTheSumsOfTheLines() {
        assertEquals(486, SUMMARY.parameters());
        assertEquals(2 * (144 * 27 + 144 + 360), SUMMARY.flops());
    }

    /**
     * Kept: the image 108, the convolution's output 144, the activation's 144, the pool's winners 36, the mask 36, the
     * classifier's input 36, the logits 10.
     */
    @Test
    void trainingHoldsParametersGradientsOptimizerValuesAndWhatTheBackwardPassNeeds() {
        assertEquals(4 * (108 + 144 + 144 + 36 + 36 + 36 + 10), SUMMARY.keptBytes());
        assertEquals(4 * 486 * 3 + 128 * SUMMARY.keptBytes(), SUMMARY.trainingMemoryBytes(128, new Sgd(0.9, true)));
        assertEquals(4 * 486 * 3 + SUMMARY.keptBytes(), SUMMARY.trainingMemoryBytes(1, new Sgd(0, false)));
        assertEquals(4 * 486 * 4 + SUMMARY.keptBytes(), SUMMARY.trainingMemoryBytes(1, new Adam(0.9, 0.999, 1e-8)));
    }
}
