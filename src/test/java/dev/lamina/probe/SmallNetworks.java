package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.Provenance;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NamedState;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.graph.preset.Mlp;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Networks, data and parameters small enough for the reference backend. */
final class SmallNetworks {
    static final Shape IMAGE = Shape.of(2, 3, 3);

    private SmallNetworks() {}

    static ResolvedNetwork linear(int classes) {
        return mlp(classes, List.of());
    }

    /** Without biases. */
    static ResolvedNetwork mlp(int classes, List<Integer> widths) {
        return NetworkResolver.resolve(
                        new Mlp(widths, false).graph(new Relu(), new SoftmaxHead(false, 0)), IMAGE, classes)
                .orThrow();
    }

    static ResolvedNetwork resolve(SequentialGraph graph, int classes) {
        return NetworkResolver.resolve(graph.head(new SoftmaxHead(true, 0)), IMAGE, classes)
                .orThrow();
    }

    /** A session with Gaussian parameters of the given deviation, and state as before training. */
    static Session session(ResolvedNetwork network, double deviation, long seed) {
        Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
        session.prepare(Programs.evaluation(network, 1)).close();
        RandomGenerator random = new Seeds(seed).stream("test parameters");
        for (NamedParameter parameter : network.parameters()) {
            HostTensor tensor = HostTensor.zeros(parameter.spec().shape());
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = (float) (deviation * random.nextGaussian());
            }
            session.write(parameter.name(), tensor);
        }
        for (NamedState state : network.state()) {
            session.write(state.name(), HostTensor.filled(state.spec().shape(), (float)
                    state.spec().initialValue()));
        }
        return session;
    }

    static ImageDataset images(int count, int classes, long seed) {
        RandomGenerator random = new Seeds(seed).stream("test images");
        byte[][] pixels = new byte[count][Math.toIntExact(IMAGE.size())];
        for (byte[] image : pixels) {
            random.nextBytes(image);
        }
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        List<String> names =
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
        return ImageDataset.ofImages(
                Message.verbatim("noise"), IMAGE, names, labels, pixels, new Provenance("noise", List.of()));
    }

    static Normalization normalization() {
        return new Normalization(Collections.nCopies(2, 0.5), Collections.nCopies(2, 0.25));
    }
}
