package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.CpuBackendProvider;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.Provenance;
import dev.lamina.graph.Initialization;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WnllEvaluatorTest {
    private static final WnllHead HEAD =
            new WnllHead(true, WnllSettings.DEFAULT, 2, 0.2, 5, 2000, 5e-4, ScoreGradient.SCORES, 0.5, 0);

    /** Two clusters far apart, labelled by cluster. */
    static ImageDataset clusters(int count, long seed) {
        RandomGenerator random = new Seeds(seed).stream("clusters");
        float[][] points = new float[count][2];
        int[] labels = IntStream.range(0, count).map(i -> i % 2).toArray();
        for (int i = 0; i < count; i++) {
            points[i][0] = (float) (labels[i] == 0 ? -5 : 5) + (float) random.nextGaussian();
            points[i][1] = (float) random.nextGaussian();
        }
        return ImageDataset.ofPoints(
                Message.verbatim("clusters"), List.of("left", "right"), labels, points, new Provenance("c", List.of()));
    }

    private static List<Double> accuracies(Backend backend, Interruption interruption) {
        ImageDataset template = clusters(200, 1);
        ResolvedNetwork network = NetworkResolver.resolve(
                        new Mlp(List.of(), true).graph(new Relu(), HEAD), template.exampleShape(), 2)
                .orThrow();
        Normalization normalization = Normalization.of(PixelScaling.NONE, template);
        try (Session session = backend.open(SessionSettings.DEFAULT);
                WnllEvaluator evaluator = new WnllEvaluator(
                        session, network, HEAD.interpolated().orElseThrow(), normalization, 64, interruption);
                Evaluator linear = new Evaluator(session, network, normalization, 64, Interruption.NEVER)) {
            linear.prepare(template);
            Initialization.draw(network, new He(FanMode.FAN_IN), new Seeds(1)).forEach(session::write);
            // The buffer block as the rotation that keeps both clusters apart behind the ReLU.
            session.write(
                    "head/buffer/linear.weight",
                    new HostTensor(dev.lamina.tensor.Shape.of(2, 2), new float[] {1, 0, -1, 0}));
            return evaluator.accuracies(template, List.of(clusters(50, 2), clusters(31, 3)));
        }
    }

    @Test
    void wellSeparatedClustersAreAllRightWhateverTheLinearHeadSays() {
        assertEquals(List.of(1.0, 1.0), accuracies(new ReferenceBackend(), Interruption.NEVER));
        assertEquals(List.of(1.0, 1.0), accuracies(new CpuBackendProvider().create(), Interruption.NEVER));
    }

    @Test
    void aStopInterruptsIt() {
        assertThrows(CancellationException.class, () -> accuracies(new ReferenceBackend(), () -> true));
    }
}
