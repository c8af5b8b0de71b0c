package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.TrainTest;
import dev.lamina.data.source.Rings;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Tanh;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.SvmHead;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaneFieldTest {
    private static final Due ALWAYS = new Due(1, null, null);
    private static final int CELLS = 6;
    private static final int PROBE_IMAGES = 12;
    private static final GbrSettings GBR =
            new GbrSettings(true, PROBE_IMAGES, 1, GbrMethod.EXACT, null, GbrFunction.LOGITS, 0);

    private final TrainTest rings =
            new Rings(60, 40, 3, 0.1, 0, 3).load(new DataLocation(List.of(), Path.of("nowhere")));
    private final ImageDataset training = rings.training();
    private final Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, training);

    private ResolvedNetwork network(Head head) {
        return NetworkResolver.resolve(new Mlp(List.of(5, 4), true).graph(new Tanh(), head), training.exampleShape(), 3)
                .orThrow();
    }

    private ProbeContext context(Session session, ResolvedNetwork network) {
        return new ProbeContext(
                session,
                network,
                new DataParts(training, null, rings.test()),
                normalization,
                8,
                GBR,
                new Seeds(7),
                Interruption.NEVER);
    }

    private static PlaneField field(PlaneQuantity quantity) {
        return new PlaneField(quantity, CELLS, -2, 1, -1, 2, ALWAYS);
    }

    private Map<Tag, Reading> read(ProbeSettings settings, Session session, ResolvedNetwork network) {
        try (Probe probe = settings.open(context(session, network))) {
            return probe.measure(1);
        }
    }

    private float[] logits(Session session, ResolvedNetwork network, double x, double y) {
        float[] place = {normalization.normalize((float) x, 0), normalization.normalize((float) y, 1)};
        try (var reader = new FeatureReader(session, network, 1, Interruption.NEVER)) {
            return reader.read(new Points(1, 2, place)).coordinates();
        }
    }

    private static Reading.ImageStack pictures(Map<Tag, Reading> readings, Tag tag) {
        return (Reading.ImageStack) readings.get(tag);
    }

    @Test
    void scoresOfASoftmaxAreItsProbabilitiesAndTheTopRowComesFirst() {
        ResolvedNetwork network = network(new SoftmaxHead(true, 0));
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            var scores = pictures(read(field(PlaneQuantity.SCORES), session, network), Tags.CLASS_SCORES);
            float[] z = logits(session, network, -1.75, 1.75);
            double sum = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
            for (int k = 0; k < 3; k++) {
                assertEquals(Math.exp(z[k]) / sum, scores.values()[k * CELLS * CELLS], 1e-6);
            }
            float[] last = logits(session, network, 0.75, -0.75);
            double lastSum = Math.exp(last[0]) + Math.exp(last[1]) + Math.exp(last[2]);
            assertEquals(Math.exp(last[0]) / lastSum, scores.values()[CELLS * CELLS - 1], 1e-6);
        }
    }

    @Test
    void scoresOfHingesAreTheLogits() {
        ResolvedNetwork network = network(new SvmHead(true, HingePower.SQUARED));
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            var scores = pictures(read(field(PlaneQuantity.SCORES), session, network), Tags.CLASS_SCORES);
            float[] z = logits(session, network, -1.75, 1.75);
            for (int k = 0; k < 3; k++) {
                assertEquals(z[k], scores.values()[k * CELLS * CELLS], 1e-6);
            }
        }
    }

    @Test
    void whatIsPredictedOfTheTestPointsIsWhatTheEvaluatorCounts() {
        ResolvedNetwork network = network(new SoftmaxHead(true, 0));
        try (Session session = SmallNetworks.session(network, 0.8, 1);
                var evaluator = new Evaluator(session, network, normalization, 8, Interruption.NEVER)) {
            var predicted = (Reading.Points)
                    read(field(PlaneQuantity.SCORES), session, network).get(Tags.PREDICTED_TEST);
            int right = 0;
            for (int i = 0; i < predicted.group().length; i++) {
                right += predicted.group()[i] == rings.test().label(i) ? 1 : 0;
            }
            assertEquals(evaluator.evaluate(rings.test()).accuracy(), right / 40.0, 1e-12);
        }
    }

    /** A grid is laid around each probe image so that it is the middle of a cell. */
    @Test
    void theMeanOfTheFieldOverTheProbeImagesIsGbr() {
        ResolvedNetwork network = network(new SoftmaxHead(true, 0));
        try (Session session = SmallNetworks.session(network, 0.8, 1);
                var bound = GeneralizationBound.of(context(session, network), PROBE_IMAGES)) {
            ImageDataset images = ProbeImages.choose(training, PROBE_IMAGES, new Seeds(7));
            float[] place = new float[2];
            double sum = 0;
            for (int i = 0; i < PROBE_IMAGES; i++) {
                images.copyTo(i, place, 0);
                var around = new PlaneField(
                        PlaneQuantity.GRADIENTS,
                        4,
                        place[0] - 0.25,
                        place[0] + 0.15,
                        place[1] - 0.25,
                        place[1] + 0.15,
                        ALWAYS);
                sum += ((Reading.Field) read(around, session, network).get(Tags.GBR_FIELD)).at(2, 2);
            }
            double gbr = ((Reading.Scalar) bound.measure(1).get(Tags.GBR)).value();
            assertEquals(gbr, sum / PROBE_IMAGES, 1e-6 * gbr);
        }
    }

    @Test
    void theGradientOfTheLeadIsItsSlope() {
        ResolvedNetwork network = network(new SoftmaxHead(true, 0));
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            Map<Tag, Reading> readings = read(field(PlaneQuantity.GRADIENTS), session, network);
            var margin = (Reading.Field) readings.get(Tags.MARGIN);
            float[] gradient = pictures(readings, Tags.LEAD_GRADIENT).values();
            double step = 1e-3;
            double x = margin.x(1);
            double y = margin.y(CELLS - 1);
            double slope = (lead(logits(session, network, x + step, y)) - lead(logits(session, network, x - step, y)))
                    / (2 * step);
            // In normalized coordinates, as GBR is.
            assertEquals(slope * normalization.standardDeviation().getFirst(), gradient[1], 1e-4);
        }
    }

    private static double lead(float[] z) {
        double largest = Math.max(z[0], Math.max(z[1], z[2]));
        double smallest = Math.min(z[0], Math.min(z[1], z[2]));
        return 2 * largest + smallest - (z[0] + z[1] + z[2]);
    }

    @Test
    void thereIsAMapForEveryHiddenUnit() {
        ResolvedNetwork network = network(new SoftmaxHead(true, 0));
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            var maps = pictures(read(field(PlaneQuantity.UNITS), session, network), Tags.UNIT_RESPONSES);
            assertEquals(9, maps.captions().size());
            assertEquals("activation1 1", maps.captions().getFirst());
            assertEquals("activation2 4", maps.captions().getLast());
            ResolvedNetwork first = network.firstLayers(3);
            float[] units = logits(session, first, -1.75, 1.75);
            for (int unit = 0; unit < 5; unit++) {
                assertEquals(units[unit], maps.values()[unit * CELLS * CELLS], 1e-6);
            }
        }
    }

    @Test
    void ofWnllTheTestPointsHaveTheirInterpolatedScoresAndASetOfCellsOthers() {
        var head = new WnllHead(true, WnllSettings.DEFAULT, 1, 0.2, 1, 16, 1e-2, ScoreGradient.SCORES, 0.5, 0);
        ResolvedNetwork network = network(head);
        try (Session session = SmallNetworks.session(network, 0.8, 1);
                FeatureReader features = WnllScores.untilHead(context(session, network))) {
            Map<Tag, Reading> alone = read(field(PlaneQuantity.SCORES), session, network);
            Map<Tag, Reading> together = read(field(PlaneQuantity.SET_SCORES), session, network);
            int[] expected = new Interpolator(WnllSettings.DEFAULT, 1, _ -> {})
                    .interpolate(
                            features.read(training, normalization),
                            training.labels(),
                            features.read(rings.test(), normalization),
                            3)
                    .predictions();
            assertArrayEquals(expected, ((Reading.Points) alone.get(Tags.PREDICTED_TEST)).group());
            assertArrayEquals(training.labels(), ((Reading.Points) alone.get(Tags.PREDICTED_TRAINING)).group());
            float[] one = pictures(alone, Tags.CLASS_SCORES).values();
            float[] set = pictures(together, Tags.CLASS_SCORES).values();
            double largest = 0;
            for (int i = 0; i < one.length; i++) {
                largest = Math.max(largest, Math.abs(one[i] - set[i]));
            }
            assertTrue(largest > 0.05, "company changed scores by " + largest);
        }
    }

    @Test
    void aRectangleWithoutInsideIsRefused() {
        assertThrows(BadInputException.class, () -> new PlaneField(PlaneQuantity.UNITS, CELLS, 1, 1, 0, 1, ALWAYS));
    }
}
