package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.Batch;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.Provenance;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FastGradientSignTest {
    private static FastGradientSign probe(ResolvedNetwork network, Session session, FgsmScale scale) {
        return new FastGradientSign(session, network, SmallNetworks.normalization(), scale, 5, Interruption.NEVER);
    }

    @Test
    void everyPixelMovesByEpsilonTheWayTheLossGrows() {
        HostTensor images = new HostTensor(Shape.of(1, 2, 1, 2), new float[] {0.5f, 1, -2, 0});
        HostTensor gradient = new HostTensor(images.shape(), new float[] {-3, 1e-30f, 0, 7});
        assertArrayEquals(
                new float[] {0.4f, 1.1f, -2, 0.1f},
                new SignStep(FgsmScale.NORMALIZED, SmallNetworks.normalization())
                        .perturbed(images, gradient, 0.1)
                        .values(),
                1e-7f);
    }

    /** The channels' standard deviations are 0.5 and 0.25 of the range of pixels. */
    @Test
    void onThePixelScaleAChannelMovesByEpsilonGrayValues() {
        var normalization = new Normalization(List.of(0.5, 0.5), List.of(0.5, 0.25));
        HostTensor images = HostTensor.zeros(Shape.of(2, 2, 1, 1));
        HostTensor gradient = new HostTensor(images.shape(), new float[] {1, 1, -1, -1});
        float[] moved = new SignStep(FgsmScale.PIXEL, normalization)
                .perturbed(images, gradient, 51)
                .values();
        assertArrayEquals(new float[] {0.4f, 0.8f, -0.4f, -0.8f}, moved, 1e-7f);
        for (int i = 0; i < moved.length; i++) {
            float gray = 255 * (normalization.denormalize(moved[i], i % 2) - normalization.denormalize(0, i % 2));
            assertEquals(51, Math.abs(gray), 1e-4);
        }
    }

    @Test
    void epsilonZeroGivesThePlainLossAndAccuracy() {
        ResolvedNetwork network = SmallNetworks.mlp(3, List.of(6));
        ImageDataset data = SmallNetworks.images(23, 3, 4);
        try (Session session = SmallNetworks.session(network, 0.5, 2);
                FastGradientSign probe = probe(network, session, FgsmScale.PIXEL);
                var evaluator = new Evaluator(session, network, SmallNetworks.normalization(), 5, Interruption.NEVER)) {
            List<Integer> done = new ArrayList<>();
            AdversarialAccuracy plain =
                    probe.measure(data, List.of(0.0), done::add).getFirst();
            Evaluation evaluation = evaluator.evaluate(data);
            assertEquals(evaluation.accuracy(), plain.accuracy());
            assertEquals(evaluation.loss(), plain.loss());
            assertEquals(List.of(5, 10, 15, 20, 23), done);
        }
    }

    /**
     * Two classes with logits w_k·x: the margin m = (w_y − w_o)·x of the label falls to m − ε‖w_y − w_o‖₁, whatever x is,
     * and L = log(1 + e^−m).
     */
    @Test
    void aLinearLayerLosesEpsilonTimesTheSumOfItsAbsoluteWeights() {
        ResolvedNetwork network = SmallNetworks.linear(2);
        ImageDataset data = SmallNetworks.images(17, 2, 5);
        List<Double> epsilons = List.of(0.0, 0.05, 0.4);
        try (Session session = SmallNetworks.session(network, 0.3, 3);
                FastGradientSign probe = probe(network, session, FgsmScale.NORMALIZED)) {
            List<AdversarialAccuracy> curve = probe.measure(data, epsilons, _ -> {});
            float[] w = session.read("head/logits.weight").values();
            Batches batches = Batches.inOrder(data, SmallNetworks.normalization(), data.size());
            Batch batch = batches.allocate();
            assertTrue(batches.epoch(1).next(batch));
            for (int i = 0; i < epsilons.size(); i++) {
                double loss = 0;
                int correct = 0;
                for (int n = 0; n < data.size(); n++) {
                    double margin = margin(w, batch, n, epsilons.get(i));
                    loss += Math.log1p(Math.exp(-margin)) / data.size();
                    correct += margin > 0 ? 1 : 0;
                }
                assertEquals(epsilons.get(i), curve.get(i).epsilon());
                assertEquals(loss, curve.get(i).loss(), 1e-5);
                assertEquals((double) correct / data.size(), curve.get(i).accuracy(), 1e-12);
            }
            assertTrue(curve.get(2).accuracy() < curve.get(0).accuracy());
        }
    }

    private static double margin(float[] w, Batch batch, int example, double epsilon) {
        int length = w.length / 2;
        double sign = batch.labels()[example] == 0 ? 1 : -1;
        double margin = 0;
        for (int j = 0; j < length; j++) {
            double difference = w[j] - w[length + j];
            margin += sign * difference * batch.images()[example * length + j] - epsilon * Math.abs(difference);
        }
        return margin;
    }

    @Test
    void pointsHaveNoPixels() {
        ResolvedNetwork network = SmallNetworks.linear(2);
        ImageDataset points = ImageDataset.ofPoints(
                Message.verbatim("points"),
                List.of("a", "b"),
                new int[] {0},
                new float[][] {{1, 2}},
                new Provenance("points", List.of()));
        try (Session session = SmallNetworks.session(network, 1, 1);
                FastGradientSign probe = probe(network, session, FgsmScale.PIXEL)) {
            String refused = assertThrows(BadInputException.class, () -> probe.measure(points, List.of(1.0), _ -> {}))
                    .getMessage();
            assertTrue(refused.contains("normalized scale"), refused);
        }
    }
}
