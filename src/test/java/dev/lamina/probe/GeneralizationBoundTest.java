package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Elu;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralizationBoundTest {
    private static final Seeds SEEDS = new Seeds(7);

    private record Gbr(double value, double standardError) {
        static Gbr of(Map<Tag, Reading> readings) {
            Tag measured =
                    Tags.GBRS.stream().filter(readings::containsKey).findFirst().orElseThrow();
            return new Gbr(number(readings.get(measured)), number(readings.get(Tags.GBR_STANDARD_ERROR)));
        }

        private static double number(Reading reading) {
            return ((Reading.Scalar) reading).value();
        }
    }

    private static Gbr measure(ResolvedNetwork network, Session session, ImageDataset images, GbrSettings settings) {
        try (var probe = new GeneralizationBound(
                session, network, settings, images, SmallNetworks.normalization(), SEEDS, Interruption.NEVER)) {
            return Gbr.of(probe.measure(1));
        }
    }

    private static GbrSettings settings(GbrMethod method, int projections, GbrFunction function) {
        return new GbrSettings(true, 256, 1, method, projections, function, 0);
    }

    private static final GbrSettings EXACT = settings(GbrMethod.EXACT, 1, GbrFunction.LOGITS);

    /** 5 classes in one program, 40 in three. */
    @ParameterizedTest
    @ValueSource(ints = {5, 40})
    void aSingleLinearLayerHasTheSquaredNormOfItsWeights(int classes) {
        ResolvedNetwork network = SmallNetworks.linear(classes);
        try (Session session = SmallNetworks.session(network, 0.3, 1)) {
            Gbr gbr = measure(network, session, SmallNetworks.images(70, classes, 1), EXACT);
            double squares = 0;
            for (float w : session.read("head/logits.weight").values()) {
                squares += (double) w * w;
            }
            assertEquals(squares, gbr.value(), 1e-6 * squares);
            assertEquals(0, gbr.standardError());
        }
    }

    /** Without one it is that of the logits. */
    @Test
    void beforeTheLastNormalizationIsTheNetworkWithoutIt() {
        ResolvedNetwork plain = SmallNetworks.mlp(4, List.of(6));
        ResolvedNetwork normalized = normalized(plain);
        ImageDataset images = SmallNetworks.images(20, 4, 2);
        GbrSettings before = settings(GbrMethod.EXACT, 1, GbrFunction.BEFORE_NORMALIZATION);
        try (Session session = SmallNetworks.session(normalized, 0.3, 2)) {
            double withoutIt = measure(plain, session, images, EXACT).value();
            assertEquals(withoutIt, measure(plain, session, images, before).value());
            assertEquals(withoutIt, measure(normalized, session, images, before).value(), 1e-6 * withoutIt);
            assertNotEquals(
                    withoutIt, measure(normalized, session, images, EXACT).value(), 0.1 * withoutIt);
        }
    }

    private static ResolvedNetwork normalized(ResolvedNetwork network) {
        List<ResolvedLayer> layers = new ArrayList<>(network.layers());
        Shape logits = layers.getLast().outputShape();
        layers.add(new ResolvedLayer("norm", BatchNorm.DEFAULT, List.of(layers.size() - 1), List.of(logits), logits));
        return new ResolvedNetwork(
                network.inputShape(), network.classes(), layers, network.features(), network.head(), Optional.empty());
    }

    @Test
    void everyFunctionHasATagOfItsOwn() {
        assertEquals(
                Tags.GBRS,
                Arrays.stream(GbrFunction.values()).map(GbrFunction::tag).toList());
    }

    @Test
    void theBoundsHoldForRandomReluNetworksWithoutBiases() {
        for (int seed = 0; seed < 40; seed++) {
            List<Integer> widths = seed % 3 == 0 ? List.of(6) : seed % 3 == 1 ? List.of(8, 5) : List.of(4, 7, 3);
            double deviation = 0.05 * (1 + seed % 7);
            ResolvedNetwork network = SmallNetworks.mlp(4, widths);
            assertTrue(NormBounds.holdsFor(network));
            try (Session session = SmallNetworks.session(network, deviation, seed)) {
                double log10Gbr = Math.log10(measure(network, session, SmallNetworks.images(16, 4, seed), EXACT)
                        .value());
                NormBounds bounds = NormBounds.of(network, session::read);
                assertTrue(log10Gbr <= bounds.log10NormProduct() + 1e-9, "norm product, seed " + seed);
                assertTrue(
                        bounds.log10NormProduct() <= bounds.log10WeightDecayBound() + 1e-9,
                        "decay bound, seed " + seed);
            }
        }
    }

    @Test
    void theEstimateIsWithinItsErrorOfTheExactValue() {
        ResolvedNetwork network = SmallNetworks.mlp(20, List.of(12));
        ImageDataset images = SmallNetworks.images(100, 20, 3);
        try (Session session = SmallNetworks.session(network, 0.4, 3)) {
            double exact = measure(network, session, images, EXACT).value();
            for (int projections : new int[] {1, 2, 18}) {
                Gbr estimate =
                        measure(network, session, images, settings(GbrMethod.AUTO, projections, GbrFunction.LOGITS));
                double deviation = Math.abs(estimate.value() - exact) / estimate.standardError();
                assertTrue(deviation < 3, projections + " projections: " + deviation + " standard errors off");
                assertTrue(estimate.standardError() < 0.2 * exact, "standard error " + estimate.standardError());
            }
        }
    }

    /** Over 200 independent estimates the mean comes close to the exact value, and so does the error to their spread. */
    @Test
    void theEstimateIsUnbiasedAndItsStandardErrorTrue() {
        ResolvedNetwork network = SmallNetworks.mlp(6, List.of(5));
        ImageDataset images = SmallNetworks.images(10, 6, 4);
        GbrSettings settings = settings(GbrMethod.ESTIMATE, 4, GbrFunction.LOGITS);
        try (Session session = SmallNetworks.session(network, 0.4, 4);
                var probe = new GeneralizationBound(
                        session, network, settings, images, SmallNetworks.normalization(), SEEDS, Interruption.NEVER)) {
            double exact = measure(network, session, images, EXACT).value();
            int repeats = 200;
            double sum = 0;
            double squares = 0;
            double reported = 0;
            for (int epoch = 1; epoch <= repeats; epoch++) {
                Gbr estimate = Gbr.of(probe.measure(epoch));
                sum += estimate.value();
                squares += estimate.value() * estimate.value();
                reported += estimate.standardError() / repeats;
            }
            double mean = sum / repeats;
            double spread = Math.sqrt(squares / repeats - mean * mean);
            assertEquals(exact, mean, 3 * spread / Math.sqrt(repeats));
            assertEquals(spread, reported, 0.15 * spread);
        }
    }

    @Test
    void autoIsExactUpToSixteenClasses() {
        ResolvedNetwork network = SmallNetworks.linear(16);
        GbrSettings auto = settings(GbrMethod.AUTO, 2, GbrFunction.LOGITS);
        try (Session session = SmallNetworks.session(network, 0.1, 1)) {
            assertEquals(
                    0,
                    measure(network, session, SmallNetworks.images(3, 16, 1), auto)
                            .standardError());
        }
    }

    /** Against central differences of the softmax probability, in test mode of a batch normalization. */
    @Test
    void theLabelProbabilityHasItsGradientsSquaredNorm() {
        ResolvedNetwork network = SmallNetworks.resolve(
                new SequentialGraph()
                        .then("conv", Conv2d.same(3, 3, 1))
                        .then("norm", BatchNorm.DEFAULT)
                        .then("elu", new ActivationLayer(new Elu(1)))
                        .then("flatten", new Flatten()),
                3);
        ImageDataset images = SmallNetworks.images(4, 3, 5);
        try (Session session = SmallNetworks.session(network, 0.5, 5);
                Executable evaluation = session.prepare(Programs.evaluation(network, 1))) {
            double expected = 0;
            for (int n = 0; n < images.size(); n++) {
                float[] image = new float[18];
                images.copyTo(n, image, 0);
                for (int i = 0; i < image.length; i++) {
                    image[i] = (image[i] - 0.5f) / 0.25f;
                }
                for (int i = 0; i < image.length; i++) {
                    double slope = (probability(evaluation, image, i, 1e-2f, images.label(n))
                                    - probability(evaluation, image, i, -1e-2f, images.label(n)))
                            / 2e-2;
                    expected += slope * slope / images.size();
                }
            }
            Gbr gbr = measure(network, session, images, settings(GbrMethod.AUTO, 1, GbrFunction.LABEL_PROBABILITY));
            assertEquals(expected, gbr.value(), 2e-3 * expected);
        }
    }

    private static double probability(Executable evaluation, float[] image, int index, float change, int label) {
        float[] moved = image.clone();
        moved[index] += change;
        float[] z = evaluation
                .run(Map.of(
                        Program.IMAGES, new HostTensor(SmallNetworks.IMAGE.batched(1), moved),
                        Program.LABELS, new HostTensor(Shape.of(1), new float[] {label})))
                .get(Program.LOGITS)
                .values();
        double sum = 0;
        for (float logit : z) {
            sum += Math.exp(logit);
        }
        return Math.exp(z[label]) / sum;
    }

    @Test
    void everySettingChangesTheReading() {
        ResolvedNetwork network = SmallNetworks.mlp(6, List.of(5));
        ImageDataset images = SmallNetworks.images(10, 6, 4);
        try (Session session = SmallNetworks.session(network, 0.4, 4)) {
            double exact = measure(network, session, images, EXACT).value();
            double two = measure(network, session, images, settings(GbrMethod.ESTIMATE, 2, GbrFunction.LOGITS))
                    .value();
            double three = measure(network, session, images, settings(GbrMethod.ESTIMATE, 3, GbrFunction.LOGITS))
                    .value();
            double label = measure(
                            network, session, images, settings(GbrMethod.EXACT, 2, GbrFunction.LABEL_PROBABILITY))
                    .value();
            assertNotEquals(exact, two);
            assertNotEquals(two, three);
            assertNotEquals(exact, label);
        }
    }
}
