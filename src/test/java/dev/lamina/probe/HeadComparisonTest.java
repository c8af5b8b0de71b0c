package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.CpuBackendProvider;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.NeighborVote;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.NormStatistics;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadComparisonTest {
    private static final int CLASSES = 3;
    private static final int BATCH = 11;
    private static final Due ALWAYS = new Due(1, null, null);
    private static final WnllHead HEAD =
            new WnllHead(true, WnllSettings.DEFAULT.withQueryBatch(20), 1, 1, 1, 10, 0.1, ScoreGradient.SCORES, 0.5, 0);

    private final ResolvedNetwork network = NetworkResolver.resolve(
                    new SequentialGraph()
                            .then("conv", Conv2d.same(4, 3, 1))
                            .then("norm", BatchNorm.DEFAULT)
                            .then("flatten", new Flatten())
                            .head(HEAD),
                    SmallNetworks.IMAGE,
                    CLASSES)
            .orThrow();
    private final ImageDataset training = SmallNetworks.images(40, CLASSES, 1);
    private final ImageDataset test = SmallNetworks.images(33, CLASSES, 2);

    private Reading.PerClass read(NormStatistics statistics, Tag tag, Session session) {
        var context = new ProbeContext(
                session,
                network,
                new DataParts(training, null, test),
                SmallNetworks.normalization(),
                BATCH,
                new GbrSettings(true, 12, 1, GbrMethod.EXACT, null, GbrFunction.LOGITS, 0),
                new Seeds(7),
                Interruption.NEVER);
        try (Probe probe = new HeadComparison(statistics, 5, ALWAYS).open(context)) {
            Map<Tag, Reading> readings = probe.measure(1);
            return (Reading.PerClass) readings.get(tag);
        }
    }

    private double[] expected(Session session, NormStatistics statistics) {
        Points template = points(session, statistics, training, network.layers().size() - 1);
        Points queries = points(session, statistics, test, network.layers().size() - 1);
        Points logits = points(session, statistics, test, network.layers().size());
        int[] linear = new int[test.size()];
        for (int n = 0; n < linear.length; n++) {
            for (int k = 1; k < CLASSES; k++) {
                if (logits.coordinates()[n * CLASSES + k] > logits.coordinates()[n * CLASSES + linear[n]]) {
                    linear[n] = k;
                }
            }
        }
        int[] labels = training.labels();
        return new double[] {
            accuracy(linear),
            accuracy(NeighborVote.classify(template, labels, queries, CLASSES, 5, 1, _ -> {})),
            accuracy(new Interpolator(HEAD.interpolation(), 1, _ -> {})
                    .interpolate(template, labels, queries, CLASSES)
                    .predictions())
        };
    }

    private Points points(Session session, NormStatistics statistics, ImageDataset images, int layers) {
        try (var reader =
                new FeatureReader(session, network.firstLayers(layers), statistics, BATCH, Interruption.NEVER)) {
            return reader.read(images, SmallNetworks.normalization());
        }
    }

    private double accuracy(int[] predictions) {
        int correct = 0;
        for (int n = 0; n < predictions.length; n++) {
            correct += predictions[n] == test.label(n) ? 1 : 0;
        }
        return (double) correct / predictions.length;
    }

    @Test
    void eachHeadDecidesOnTheFeaturesThatTheLinearOneReads() {
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            for (NormStatistics statistics : NormStatistics.values()) {
                Tag tag =
                        statistics == NormStatistics.RUNNING ? Tags.ACCURACY_BY_HEAD : Tags.ACCURACY_BY_HEAD_AND_BATCH;
                Reading.PerClass reading = read(statistics, tag, session);
                assertArrayEquals(expected(session, statistics), reading.values(), 1e-12);
                assertTrue(reading.classes().contains("WNLL, queries of 20"), reading.classes()::toString);
                double p = reading.values()[0];
                assertEquals(Math.sqrt(p * (1 - p) / 33), reading.standardErrors()[0], 1e-12);
            }
        }
    }

    /** By loops in double: γ (x − mean)/√(variance + ε) + β over the images of a batch, which is not what has run. */
    @Test
    void theStatisticsAreThoseOfTheBatchAndTheRunningOnesStay() {
        for (Session session : new Session[] {
            SmallNetworks.session(network, 0.4, 1),
            filled(new CpuBackendProvider().create().open(SessionSettings.DEFAULT))
        }) {
            try (session) {
                session.write("norm.runningMean", HostTensor.filled(Shape.of(4), 0.25f));
                Points before = points(session, NormStatistics.RUNNING, test, 1);
                Points after = points(session, NormStatistics.BATCH, test, 2);
                float scale = session.read("norm.scale").values()[2];
                float shift = session.read("norm.shift").values()[2];
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < BATCH * 9; i++) {
                    double x = before.coordinates()[i / 9 * 36 + 18 + i % 9];
                    sum += x;
                    squares += x * x;
                }
                double mean = sum / (BATCH * 9);
                double deviation = Math.sqrt(squares / (BATCH * 9) - mean * mean + 1e-5);
                for (int i = 0; i < BATCH * 9; i++) {
                    int at = i / 9 * 36 + 18 + i % 9;
                    assertEquals(
                            scale * (before.coordinates()[at] - mean) / deviation + shift,
                            after.coordinates()[at],
                            1e-5);
                }
                assertArrayEquals(
                        new float[] {0.25f, 0.25f, 0.25f, 0.25f},
                        session.read("norm.runningMean").values());
                assertArrayEquals(
                        new float[] {1, 1, 1, 1},
                        session.read("norm.runningVariance").values());
            }
        }
    }

    private Session filled(Session session) {
        try (Session reference = SmallNetworks.session(network, 0.4, 1)) {
            session.prepare(Programs.evaluation(network, 1)).close();
            network.parameters().forEach(p -> session.write(p.name(), reference.read(p.name())));
            network.state().forEach(s -> session.write(s.name(), reference.read(s.name())));
        }
        return session;
    }

    @Test
    void aNetworkThatIsAllHeadHasNoFeaturesToCompareOn() {
        ResolvedNetwork linear = NetworkResolver.resolve(
                        new SequentialGraph().head(new SoftmaxHead(true, 0)), Shape.of(4), CLASSES)
                .orThrow();
        try (Session session = SmallNetworks.session(linear, 0.4, 1)) {
            var context = new ProbeContext(
                    session,
                    linear,
                    new DataParts(training, null, test),
                    SmallNetworks.normalization(),
                    BATCH,
                    new GbrSettings(true, 12, 1, GbrMethod.EXACT, null, GbrFunction.LOGITS, 0),
                    new Seeds(7),
                    Interruption.NEVER);
            assertThrows(
                    BadInputException.class, () -> new HeadComparison(NormStatistics.RUNNING, 5, ALWAYS).open(context));
        }
    }
}
