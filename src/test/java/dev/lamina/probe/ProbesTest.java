package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final int CLASSES = 3;
    private static final Due ALWAYS = new Due(1, null, null);
    private static final GbrSettings GBR = new GbrSettings(true, 12, 1, GbrMethod.EXACT, null, GbrFunction.LOGITS, 0);

    private final ResolvedNetwork network = SmallNetworks.resolve(
            new SequentialGraph()
                    .then("conv", Conv2d.same(4, 3, 1))
                    .then("response", new ActivationLayer(new Prelu(0.25, Sharing.CHANNEL)))
                    .then("flatten", new Flatten()),
            CLASSES);
    private final ImageDataset training = SmallNetworks.images(20, CLASSES, 1);
    private final ImageDataset test = SmallNetworks.images(33, CLASSES, 2);

    private ProbeContext context(Session session) {
        return new ProbeContext(
                session,
                network,
                new DataParts(training, null, test),
                SmallNetworks.normalization(),
                8,
                GBR,
                new Seeds(7),
                Interruption.NEVER);
    }

    private Map<Tag, Reading> read(ProbeSettings settings, Session session) {
        try (Probe probe = settings.open(context(session))) {
            return probe.measure(1);
        }
    }

    @Test
    void theConfusionMatrixCountsEveryImageAndItsTraceIsTheAccuracy() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            var matrix = (Reading.Matrix)
                    read(new ConfusionMatrix(DataPart.TEST, ALWAYS), session).get(Tags.CONFUSION);
            double trace = 0;
            int[] histogram = test.classHistogram();
            for (int k = 0; k < CLASSES; k++) {
                int row = k;
                trace += matrix.at(k, k);
                assertEquals(
                        histogram[k],
                        IntStream.range(0, CLASSES)
                                .mapToDouble(c -> matrix.at(row, c))
                                .sum());
            }
            try (var evaluator =
                    new Evaluator(session, network, SmallNetworks.normalization(), 8, Interruption.NEVER)) {
                assertEquals(evaluator.evaluate(test).accuracy(), trace / test.size(), 1e-12);
            }
        }
    }

    @Test
    void gbrOfTheClassesAveragesToGbr() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            var classes = (Reading.PerClass)
                    read(new GbrByClass(null, null, ALWAYS), session).get(Tags.GBR_BY_CLASS);
            double sum = 0;
            for (int k = 0; k < classes.classes().size(); k++) {
                sum += classes.examples()[k] * classes.values()[k];
            }
            assertEquals(12, Arrays.stream(classes.examples()).sum());
            try (var bound = GeneralizationBound.of(context(session), 12)) {
                double gbr = ((Reading.Scalar) bound.measure(1).get(Tags.GBR)).value();
                assertEquals(gbr, sum / 12, 1e-9 * gbr);
            }
        }
    }

    /** The mean over the images of the map's sum over the pixels. */
    @Test
    void theSensitivityMapsOfAllImagesAddUpToTheirGbr() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            var maps = (Reading.ImageStack) read(new SensitivityMap(DataPart.TRAINING, 0, 20, ALWAYS), session)
                    .get(Tags.SENSITIVITY);
            assertEquals(20, maps.captions().size());
            double sum = IntStream.range(0, maps.values().length)
                    .mapToDouble(i -> maps.values()[i])
                    .sum();
            try (var bound = GeneralizationBound.of(context(session), 20)) {
                double gbr = ((Reading.Scalar) bound.measure(1).get(Tags.GBR)).value();
                assertEquals(gbr, sum / 20, 1e-5 * gbr);
            }
        }
    }

    @Test
    void featureMapsAreWhatTheNextLayerSees() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            var before = (Reading.ImageStack) read(new FeatureMaps("conv", DataPart.TEST, 5, ALWAYS), session)
                    .get(Tags.FEATURE_MAPS);
            var after = (Reading.ImageStack) read(new FeatureMaps("response", DataPart.TEST, 5, ALWAYS), session)
                    .get(Tags.FEATURE_MAPS);
            float[] slopes = session.read("response.slope").values();
            int pixels = before.height() * before.width();
            float[] expected = before.values().clone();
            for (int i = 0; i < expected.length; i++) {
                expected[i] = expected[i] > 0 ? expected[i] : expected[i] * slopes[i / pixels % slopes.length];
            }
            assertEquals(4, before.captions().size());
            assertArrayEquals(expected, after.values(), 1e-6f);
            var logits = (Reading.ImageStack) read(new FeatureMaps("head/logits", DataPart.TEST, 5, ALWAYS), session)
                    .get(Tags.FEATURE_MAPS);
            assertEquals(CLASSES, logits.width());
        }
    }

    @Test
    void filtersAreTheWeightsAndResponsesTheMeansOfTheSlopes() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            var filters = (Reading.ImageStack)
                    read(new Filters(null, ALWAYS), session).get(Tags.FILTERS);
            assertArrayEquals(session.read("conv.weight").values(), filters.values());
            assertEquals(8, filters.captions().size());
            assertEquals("3·1", filters.captions().getLast());
            HostTensor slope = session.read("response.slope");
            var alpha = (Reading.PerLayer)
                    read(new LearnedResponses(ALWAYS), session).get(Tags.ALPHA);
            double mean = 0;
            for (float value : slope.values()) {
                mean += value / slope.values().length;
            }
            assertEquals(mean, alpha.values().get("response"), 1e-6);
        }
    }

    @Test
    void whatDoesNotFitTheRunIsRefusedWithWhatDoes() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            String message = refusal(new FeatureMaps("conv9", DataPart.TEST, 0, ALWAYS), session);
            assertTrue(message.contains("conv9") && message.contains("conv, response, flatten"), message);
            assertTrue(refusal(new Filters("flatten", ALWAYS), session).contains("choose one of conv"));
            assertTrue(refusal(new FeatureMaps(null, DataPart.TEST, 33, ALWAYS), session)
                    .contains("the last one is 32"));
            assertTrue(refusal(new ConfusionMatrix(DataPart.VALIDATION, ALWAYS), session)
                    .contains("no validation images"));
        }
    }

    private String refusal(ProbeSettings settings, Session session) {
        return assertThrows(BadInputException.class, () -> read(settings, session))
                .getMessage();
    }
}
