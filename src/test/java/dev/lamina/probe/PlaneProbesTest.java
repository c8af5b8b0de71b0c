package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.batch.BatchTensors;
import dev.lamina.batch.Interruption;
import dev.lamina.data.DataLocation;
import dev.lamina.data.DataParts;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.TrainTest;
import dev.lamina.data.source.Rings;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields over the plane against the measurements that they are made of. */
class PlaneProbesTest {
    private static final Due ALWAYS = new Due(1, null, null);
    private static final GbrSettings GBR = new GbrSettings(true, 12, 1, GbrMethod.EXACT, null, GbrFunction.LOGITS, 0);

    private final TrainTest rings =
            new Rings(60, 40, 3, 0.1, 0, 3).load(new DataLocation(List.of(), Path.of("nowhere")));
    private final int classes = rings.training().classCount();
    private final Normalization normalization = Normalization.of(PixelScaling.PER_CHANNEL, rings.training());
    private final ResolvedNetwork network = NetworkResolver.resolve(
                    new Mlp(List.of(5), false).graph(new Relu(), new SoftmaxHead(true, 0)),
                    rings.training().exampleShape(),
                    classes)
            .orThrow();

    private ProbeContext context(Session session) {
        return new ProbeContext(
                session,
                network,
                new DataParts(rings.training(), null, rings.test()),
                normalization,
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
    void aFieldIsWhatTheNetworkSaysInTheMiddleOfEachCell() {
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            Map<Tag, Reading> fields = read(new DecisionField(DataPart.TEST, 9, ALWAYS), session);
            var decision = (Reading.Field) fields.get(Tags.DECISION);
            var margin = (Reading.Field) fields.get(Tags.MARGIN);
            var gbr = (Reading.Field) fields.get(Tags.GBR_FIELD);
            assertEquals(rings.test().classNames(), decision.names());
            try (var products = new JacobianProducts(session, network, classes, Interruption.NEVER)) {
                for (int row = 0; row < 9; row += 4) {
                    for (int column = 0; column < 9; column += 3) {
                        HostTensor input = HostTensor.zeros(network.inputShape().batched(1));
                        input.values()[0] = normalization.normalize((float) decision.x(column), 0);
                        input.values()[1] = normalization.normalize((float) decision.y(row), 1);
                        float[] logits = products.logits(input).values().clone();
                        double norm = 0;
                        for (double[] squares :
                                products.squaredNorms(input, classes, (_, k, v, offset) -> v[offset + k] = 1)) {
                            norm += squares[0];
                        }
                        double largest = logits[(int) decision.at(row, column)];
                        float[] sorted = logits.clone();
                        Arrays.sort(sorted);
                        assertEquals(sorted[classes - 1], largest);
                        assertEquals(largest - sorted[classes - 2], margin.at(row, column), 1e-6);
                        assertEquals(norm, gbr.at(row, column), 1e-6 * norm);
                    }
                }
            }
        }
    }

    /** Every point lies in it, and there is room beyond the outermost. */
    @Test
    void theFieldReachesBeyondThePoints() {
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            var field = (Reading.Field) read(new DecisionField(DataPart.TRAINING, 4, ALWAYS), session)
                    .get(Tags.DECISION);
            float[] points = BatchTensors.all(rings.training(), normalization).values();
            for (int i = 0; i < points.length; i += 2) {
                double x = normalization.denormalize(points[i], 0);
                double y = normalization.denormalize(points[i + 1], 1);
                assertTrue(field.left() < x && x < field.right() && field.bottom() < y && y < field.top());
            }
        }
    }

    @Test
    void principalFeaturesHaveAPointForEachImageWithItsClass() {
        try (Session session = SmallNetworks.session(network, 0.8, 1)) {
            var points = (Reading.Points) read(new PrincipalFeatures(DataPart.TEST, 25, ALWAYS), session)
                    .get(Tags.PRINCIPAL_FEATURES);
            assertArrayEquals(rings.test().first(25).labels(), points.group());
            assertEquals(0, Arrays.stream(points.x()).sum(), 1e-4);
            assertTrue(points.xLabel().matches("first component \\(\\d+ % of the variance\\)"), points.xLabel());
        }
    }

    @Test
    void imagesHaveNoPlane() {
        ResolvedNetwork images = SmallNetworks.linear(3);
        try (Session session = SmallNetworks.session(images, 0.4, 1)) {
            var context = new ProbeContext(
                    session,
                    images,
                    new DataParts(SmallNetworks.images(9, 3, 1), null, SmallNetworks.images(9, 3, 2)),
                    SmallNetworks.normalization(),
                    8,
                    GBR,
                    new Seeds(7),
                    Interruption.NEVER);
            String message = assertThrows(
                            BadInputException.class, () -> new DecisionField(DataPart.TEST, 9, ALWAYS).open(context))
                    .getMessage();
            assertTrue(message.contains("moons, rings or spirals"), message);
        }
    }
}
