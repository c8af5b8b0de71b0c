package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.backend.Session;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.activation.Tanh;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WnllGradientSignTest {
    private static final int CLASSES = 3;
    private static final WnllHead HEAD =
            new WnllHead(true, WnllSettings.DEFAULT.withQueryBatch(20), 1, 1, 1, 10, 0.1, ScoreGradient.SCORES, 0.5, 0);
    private static final Interpolated INTERPOLATED = HEAD.interpolated().orElseThrow();

    private final ResolvedNetwork network = NetworkResolver.resolve(
                    new Mlp(List.of(6), true).graph(new Tanh(), HEAD), SmallNetworks.IMAGE, CLASSES)
            .orThrow();
    private final ImageDataset template = SmallNetworks.images(60, CLASSES, 1);
    private final ImageDataset test = SmallNetworks.images(45, CLASSES, 2);

    private WnllGradientSign probe(Session session) {
        return new WnllGradientSign(
                session,
                network,
                INTERPOLATED,
                SmallNetworks.normalization(),
                FgsmScale.NORMALIZED,
                8,
                Interruption.NEVER);
    }

    @Test
    void unmovedImagesAreAsRightAsByTheEvaluator() {
        try (Session session = SmallNetworks.session(network, 0.4, 1);
                WnllGradientSign probe = probe(session);
                var evaluator = new WnllEvaluator(
                        session, network, INTERPOLATED, SmallNetworks.normalization(), 8, Interruption.NEVER)) {
            List<Integer> done = new ArrayList<>();
            List<AdversarialAccuracy> curve = probe.measure(template, test, List.of(0.0, 0.5), done::add);
            assertEquals(
                    evaluator.accuracies(template, List.of(test)).getFirst(),
                    curve.getFirst().accuracy(),
                    1e-12);
            assertEquals(List.of(20, 40, 45), done);
        }
    }

    /** Two clusters 10 apart, told apart by the first coordinate; a step of 10 brings each to the other. */
    @Test
    void itMovesImagesToTheOtherClass() {
        assertEquals(List.of(1.0, 0.0), accuracies());
    }

    private static List<Double> accuracies() {
        var head = new WnllHead(true, WnllSettings.DEFAULT, 1, 1, 1, 10, 0.1, ScoreGradient.SOFTMAX_OF_SCORES, 0.5, 0);
        ImageDataset clusters = WnllEvaluatorTest.clusters(60, 2);
        ResolvedNetwork network = NetworkResolver.resolve(
                        new Mlp(List.of(), true).graph(new Tanh(), head), clusters.exampleShape(), 2)
                .orThrow();
        try (Session session = SmallNetworks.session(network, 0.4, 1);
                var probe = new WnllGradientSign(
                        session,
                        network,
                        head.interpolated().orElseThrow(),
                        Normalization.of(PixelScaling.NONE, clusters),
                        FgsmScale.NORMALIZED,
                        8,
                        Interruption.NEVER)) {
            session.write("head/buffer/linear.weight", new HostTensor(Shape.of(2, 2), new float[] {1, 0, -1, 0}));
            session.write("head/buffer/linear.bias", HostTensor.zeros(Shape.of(2)));
            session.write("head/logits.weight", new HostTensor(Shape.of(2, 2), new float[] {0, 1, 1, 0}));
            return probe.measure(WnllEvaluatorTest.clusters(200, 1), clusters, List.of(0.0, 10.0), _ -> {}).stream()
                    .map(AdversarialAccuracy::accuracy)
                    .toList();
        }
    }

    /** Central differences of Σ g · logits, whose gradient in the images is the surrogate's. */
    @Test
    void theSurrogateIsTheLinearClassifiersGradientAtTheGivenOneOfTheLogits() {
        RandomGenerator random = new Seeds(5).stream("seeds");
        HostTensor images = HostTensor.zeros(SmallNetworks.IMAGE.batched(11));
        HostTensor seeds = HostTensor.zeros(Shape.of(11, CLASSES));
        for (HostTensor tensor : List.of(images, seeds)) {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = (float) random.nextGaussian();
            }
        }
        try (Session session = SmallNetworks.session(network, 0.4, 1);
                WnllGradientSign probe = probe(session);
                var logits = new FeatureReader(session, network, 8, Interruption.NEVER)) {
            // Every unit of the buffer block on, away from its kinks.
            session.write("head/buffer/linear.bias", HostTensor.filled(Shape.of(6), 9));
            HostTensor gradient = probe.gradient(images, seeds);
            for (int i = 0; i < images.values().length; i++) {
                float x = images.values()[i];
                images.values()[i] = x + 1e-2f;
                double up = product(logits, images, seeds);
                images.values()[i] = x - 1e-2f;
                double down = product(logits, images, seeds);
                images.values()[i] = x;
                assertEquals((up - down) / 2e-2, gradient.values()[i], 1e-3);
            }
        }
    }

    private static double product(FeatureReader logits, HostTensor images, HostTensor seeds) {
        Points z = logits.read(new Points(11, Math.toIntExact(SmallNetworks.IMAGE.size()), images.values()));
        double sum = 0;
        for (int i = 0; i < z.coordinates().length; i++) {
            sum += (double) z.coordinates()[i] * seeds.values()[i];
        }
        return sum;
    }
}
