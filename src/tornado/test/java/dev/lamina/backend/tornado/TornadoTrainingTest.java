package dev.lamina.backend.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Backend;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cpu.CpuBackendProvider;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.Provenance;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.ParameterSpec;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
import dev.lamina.probe.GeneralizationBound;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole networks on the device beside the backend "cpu". */
class TornadoTrainingTest {
    private static final int STEPS = 10;
    private static final int BATCH = 4;
    /** Small: at 0.02 two kinds of convolution of the backend "cpu" itself are 1 % apart after ten steps, here 6·10⁻⁷. */
    private static final float LEARNING_RATE = 0.001f;

    @Test
    @Tag("slow")
    void tenStepsOfResNet20FollowTheCpu() {
        ResolvedNetwork network = network(20, 16, Shape.of(3, 32, 32), 10);
        List<Double> expected = losses(new CpuBackendProvider().create(), network);
        List<Double> actual = losses(new TornadoBackendProvider().create(), network);
        assertTrue(expected.getLast() < 0.7 * expected.getFirst(), "it learns: " + expected);
        for (int i = 0; i < STEPS; i++) {
            assertEquals(expected.get(i), actual.get(i), 1e-4 * expected.get(i), "loss of step " + (i + 1));
        }
    }

    @Test
    @Tag("slow")
    void theGeneralizationBoundIsThatOfTheCpu() {
        ResolvedNetwork network = network(8, 4, Shape.of(3, 8, 8), 3);
        double expected = bound(new CpuBackendProvider().create(), network);
        double actual = bound(new TornadoBackendProvider().create(), network);
        assertEquals(expected, actual, 1e-3 * expected);
    }

    private static ResolvedNetwork network(int depth, int width, Shape image, int classes) {
        return NetworkResolver.resolve(
                        new CifarResNet(depth, width, Shortcut.ZERO_PAD).graph(new Relu(), new SoftmaxHead(true, 0)),
                        image,
                        classes)
                .orThrow();
    }

    private static List<Double> losses(Backend backend, ResolvedNetwork network) {
        Program program = Programs.training(network, BATCH, new Sgd(0.9, true), DecayScope.WEIGHTS);
        try (Session session = backend.open(SessionSettings.DEFAULT);
                Executable step = session.prepare(program)) {
            initialize(session, network);
            List<Double> losses = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                losses.add((double)
                        step.run(batch(network, i % 2)).get(Program.LOSS).values()[0]);
            }
            return losses;
        }
    }

    private static double bound(Backend backend, ResolvedNetwork network) {
        var settings = new GbrSettings(true, 6, 1, GbrMethod.EXACT, 1, GbrFunction.LOGITS, 0);
        try (Session session = backend.open(SessionSettings.DEFAULT)) {
            session.prepare(Programs.evaluation(network, 1)).close();
            initialize(session, network);
            ImageDataset images = images(network, 6);
            try (var probe = new GeneralizationBound(
                    session,
                    network,
                    settings,
                    images,
                    new Normalization(Collections.nCopies(3, 0.5), Collections.nCopies(3, 0.25)),
                    new Seeds(1),
                    Interruption.NEVER)) {
                return ((Reading.Scalar) probe.measure(1).get(Tags.GBR)).value();
            }
        }
    }

    private static ImageDataset images(ResolvedNetwork network, int count) {
        RandomGenerator random = new Seeds(7).stream("images");
        byte[][] pixels = new byte[count][(int) network.inputShape().size()];
        for (byte[] image : pixels) {
            random.nextBytes(image);
        }
        int[] labels = IntStream.range(0, count).map(i -> i % network.classes()).toArray();
        List<String> names = IntStream.range(0, network.classes())
                .mapToObj(k -> "class " + k)
                .toList();
        return ImageDataset.ofImages(
                Message.verbatim("noise"),
                network.inputShape(),
                names,
                labels,
                pixels,
                new Provenance("noise", List.of()));
    }

    /** Weights from N(0, 2 / fan-in), all else as before training. */
    private static void initialize(Session session, ResolvedNetwork network) {
        RandomGenerator random = new Seeds(5).stream("weights");
        for (NamedParameter parameter : network.parameters()) {
            ParameterSpec spec = parameter.spec();
            HostTensor tensor = HostTensor.filled(spec.shape(), (float) spec.constant());
            for (int k = 0; k < tensor.values().length && spec.role() == ParameterRole.WEIGHT; k++) {
                tensor.values()[k] = (float) (Math.sqrt(2.0 / spec.fanIn()) * random.nextGaussian());
            }
            session.write(parameter.name(), tensor);
        }
        for (NamedState state : network.state()) {
            float initial = (float) state.spec().initialValue();
            session.write(state.name(), HostTensor.filled(state.spec().shape(), initial));
        }
    }

    private static Map<String, HostTensor> batch(ResolvedNetwork network, int index) {
        RandomGenerator random = new Seeds(6).stream("batch", index);
        HostTensor images = HostTensor.zeros(network.inputShape().batched(BATCH));
        for (int k = 0; k < images.values().length; k++) {
            images.values()[k] = (float) random.nextGaussian();
        }
        HostTensor labels = HostTensor.zeros(Shape.of(BATCH));
        for (int k = 0; k < BATCH; k++) {
            labels.values()[k] = random.nextInt(network.classes());
        }
        HostTensor hyperparameters = new HostTensor(Shape.of(3), new float[] {LEARNING_RATE, 0.9f, 5e-4f});
        return Map.of(Program.IMAGES, images, Program.LABELS, labels, Program.HYPERPARAMETERS, hyperparameters);
    }
}
