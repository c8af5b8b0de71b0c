package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FlopCountTest {
    private static final double BATCH = BenchNetwork.BATCH_SIZE;

    /** Per image: 3·16·9·32² · 2 adds, and so on by hand; forward and both adjoints, but none to the images. */
    @Test
    void resNet20CountsItsConvolutionsAndItsClassifier() {
        double plane = 32 * 32;
        double stem = 16 * 3 * 9 * plane;
        double first = 6 * 16 * 16 * 9 * plane;
        double second = (32 * 16 * (9 + 1) + 5 * 32 * 32 * 9) * plane / 4;
        double third = (64 * 32 * (9 + 1) + 5 * 64 * 64 * 9) * plane / 16;
        double classifier = 64 * 10;
        double expected = 2 * BATCH * (2 * stem + 3 * (first + second + third + classifier));
        assertEquals(expected, stepOf(BenchNetwork.RESNET_20));
    }

    @Test
    void aStepOfEachNetworkTakesAboutThreeTimesItsForwardPass() {
        assertEquals(31.23e9, stepOf(BenchNetwork.RESNET_20), 0.01e9);
        assertEquals(116.8e9, stepOf(BenchNetwork.VGG_11), 0.5e9);
        assertEquals(425e9, stepOf(BenchNetwork.PREACT_RESNET_18), 5e9);
    }

    @Test
    void theOtherNetworksCountTheirLayersByHand() {
        double perceptron = 2 * 3072 * 256 + 3 * (256 * 256 + 256 * 10);
        assertEquals(2 * BATCH * perceptron, stepOf(BenchNetwork.MLP));
        double stem = 6 * 3 * 25 * 32 * 32;
        double second = 16 * 6 * 25 * 12 * 12;
        double linear = 16 * 6 * 6 * 120 + 120 * 84 + 84 * 10;
        assertEquals(2 * BATCH * (2 * stem + 3 * (second + linear)), stepOf(BenchNetwork.LENET_5));
        assertEquals(997e9, stepOf(BenchNetwork.RESNET_50), 5e9);
        assertEquals(stepOf(BenchNetwork.RESNET_20) / 4, stepOf(BenchNetwork.NARROW_RESNET_20), 0.3e9);
    }

    private static double stepOf(BenchNetwork network) {
        return FlopCount.of(LaminaNetworks.step(network.id()));
    }
}
