package dev.lamina.backend.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Backend;
import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Executable;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CpuSessionTest {
    private static final SessionSettings F32 = new SessionSettings(2, Precision.F32, ConvolutionAlgorithm.AUTO);

    private final ResolvedNetwork network = NetworkResolver.resolve(
                    new CifarResNet(8, 16, Shortcut.PROJECTION).graph(new Relu(), new SoftmaxHead(true, 0)),
                    Shape.of(3, 16, 16),
                    10)
            .orThrow();

    @Test
    void aLargerProgramMovesTheMemoryAndTheSmallerOneStillGivesTheSameResult() {
        try (Session session = open(F32);
                Executable small = session.prepare(Programs.evaluation(network, 2))) {
            draw(session);
            Map<String, HostTensor> batch = batch(2);
            float[] before = small.run(batch).get(Program.LOGITS).values();
            try (Executable large = session.prepare(Programs.evaluation(network, 40))) {
                large.run(batch(40));
                assertArrayEquals(before, small.run(batch).get(Program.LOGITS).values());
            }
            assertArrayEquals(before, small.run(batch).get(Program.LOGITS).values());
        }
    }

    @Test
    void anExampleGetsTheSameLogitsInBatchesOfDifferentSizes() {
        try (Session session = open(F32);
                Executable three = session.prepare(Programs.evaluation(network, 3));
                Executable seven = session.prepare(Programs.evaluation(network, 7))) {
            draw(session);
            float[] few = three.run(batch(3)).get(Program.LOGITS).values();
            float[] many = seven.run(batch(7)).get(Program.LOGITS).values();
            for (int i = 0; i < few.length; i++) {
                assertEquals(few[i], many[i], 1e-4 * (1 + Math.abs(few[i])));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F32", "BF16"})
    void trainingLowersTheLossAtEveryPrecisionAndThreadCount(Precision precision) {
        for (int threads : new int[] {1, 2, 3}) {
            SessionSettings settings = new SessionSettings(threads, precision, ConvolutionAlgorithm.AUTO);
            Served.assume(settings);
            try (Session session = open(settings);
                    Executable step =
                            session.prepare(Programs.training(network, 16, new Sgd(0.9, true), DecayScope.WEIGHTS))) {
                draw(session);
                Map<String, HostTensor> batch = new HashMap<>(batch(16));
                batch.put(Program.HYPERPARAMETERS, new HostTensor(Shape.of(3), new float[] {0.05f, 0.9f, 0}));
                float first = loss(step, batch);
                for (int i = 0; i < 10; i++) {
                    loss(step, batch);
                }
                assertTrue(loss(step, batch) < 0.5 * first, settings.toString());
            }
        }
    }

    @Test
    void memoryIsSharedByProgramsNotAddedUp() {
        try (Session session = open(F32)) {
            session.prepare(Programs.evaluation(network, 64));
            long one = session.memoryBytes();
            session.prepare(Programs.evaluation(network, 64));
            session.prepare(Programs.evaluation(network, 32));
            assertEquals(one, session.memoryBytes());
        }
    }

    @Test
    void memoryIsKnownBeforeTheFirstRun() {
        try (Session session = open(F32)) {
            Executable step = session.prepare(Programs.training(network, 32, new Sgd(0.9, true), DecayScope.WEIGHTS));
            long before = session.memoryBytes();
            Map<String, HostTensor> batch = new HashMap<>(batch(32));
            batch.put(Program.HYPERPARAMETERS, new HostTensor(Shape.of(3), new float[] {0.05f, 0.9f, 0}));
            loss(step, batch);
            assertEquals(before, session.memoryBytes());
        }
    }

    @Test
    void whatIsUnservedIsRefusedByItsKeyAndAllElseOpens() {
        Backend backend = new CpuBackendProvider().create();
        for (Precision precision : Precision.values()) {
            for (ConvolutionAlgorithm convolution : ConvolutionAlgorithm.values()) {
                SessionSettings settings = new SessionSettings(1, precision, convolution);
                backend.unserved(settings)
                        .ifPresentOrElse(
                                unserved -> assertEquals(
                                        unserved.key() + ": " + unserved.message(),
                                        assertThrows(BadInputException.class, () -> backend.open(settings))
                                                .getMessage()),
                                () -> backend.open(settings).close());
            }
        }
    }

    private static Session open(SessionSettings settings) {
        return new CpuBackendProvider().create().open(settings);
    }

    private static float loss(Executable step, Map<String, HostTensor> batch) {
        return step.run(batch).get(Program.LOSS).values()[0];
    }

    private void draw(Session session) {
        RandomGenerator random = new Seeds(2).stream("weights");
        network.parameters().forEach(parameter -> {
            Shape shape = parameter.spec().shape();
            double deviation = shape.rank() > 1 ? Math.sqrt(2.0 * shape.axis(0) / shape.size()) : 0;
            HostTensor value = HostTensor.filled(shape, parameter.name().endsWith("scale") ? 1 : 0);
            for (int i = 0; i < value.values().length && deviation > 0; i++) {
                value.values()[i] = (float) (random.nextGaussian() * deviation);
            }
            session.write(parameter.name(), value);
        });
        network.state().stream()
                .filter(state -> state.name().endsWith("Variance"))
                .forEach(state -> session.write(
                        state.name(), HostTensor.filled(state.spec().shape(), 1)));
    }

    private static Map<String, HostTensor> batch(int size) {
        RandomGenerator random = new Seeds(3).stream("images");
        HostTensor images = HostTensor.zeros(Shape.of(size, 3, 16, 16));
        HostTensor labels = HostTensor.zeros(Shape.of(size));
        for (int i = 0; i < images.values().length; i++) {
            images.values()[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < size; i++) {
            labels.values()[i] = i % 10;
        }
        return Map.of(Program.IMAGES, images, Program.LABELS, labels);
    }
}
