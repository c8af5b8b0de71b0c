package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Executable;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.cases.SmallNetworks;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.batch.BatchTensors;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.Batches;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Remainder;
import dev.lamina.event.TrainingEvent;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.Initialization;
import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.message.Message;
import dev.lamina.nn.ParameterRole;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.init.Lsuv;
import dev.lamina.nn.init.Orthogonal;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.layer.Linear;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.program.Program;
import dev.lamina.program.compile.InputForm;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitVarianceScalingTest {
    private static final Lsuv LSUV = new Lsuv(0.1, 10);

    static Stream<ResolvedNetwork> networks() {
        SequentialGraph plain = new SequentialGraph()
                .then("conv1", new Conv2d(6, 3, 1, 1, 1, 1, true))
                .then("activation1", new ActivationLayer(new Relu()))
                .then("conv2", new Conv2d(6, 3, 1, 1, 1, 2, true))
                .then("activation2", new ActivationLayer(new Relu()))
                .then("flatten", new Flatten())
                .then("dropout", new Dropout(0.3))
                .then("linear", new Linear(9, true));
        return Stream.of(
                SmallNetworks.resolve(plain.head(new SoftmaxHead(true, 0)), SmallRun.IMAGE, SmallRun.CLASSES),
                SmallNetworks.resolve(
                        new CifarResNet(8, 4, Shortcut.PROJECTION).graph(new Relu(), new SoftmaxHead(true, 0)),
                        SmallRun.IMAGE,
                        SmallRun.CLASSES));
    }

    private static TrainingPlan plan(ResolvedNetwork network) {
        TrainingPlan plan = SmallRun.with(SmallRun.plan(), "network", network);
        plan = SmallRun.with(plan, "batches", new BatchPlan(16, Remainder.KEEP, List.of()));
        return SmallRun.with(plan, "initializer", LSUV);
    }

    private static Batch firstBatch(TrainingPlan plan) {
        Batches batches = Batches.shuffled(plan.data().training(), plan.normalization(), plan.batches(), plan.seeds());
        Batch batch = batches.allocate();
        assertTrue(batches.epoch(1).next(batch));
        return batch;
    }

    private static Set<String> weightLayers(ResolvedNetwork network) {
        return network.parameters().stream()
                .filter(p -> p.spec().role() == ParameterRole.WEIGHT)
                .map(NamedParameter::layer)
                .collect(Collectors.toSet());
    }

    private static Session session(TrainingPlan plan, Map<String, HostTensor> values) {
        Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
        session.prepare(Programs.evaluation(plan.network(), 1)).close();
        values.forEach(session::write);
        return session;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyOutputOfAWeightLayerHasUnitVariance(ResolvedNetwork network) {
        TrainingPlan plan = plan(network);
        Map<String, HostTensor> drawn = Initialization.draw(network, LSUV, plan.seeds());
        try (Session session = session(plan, drawn)) {
            Batch batch = firstBatch(plan);
            AtomicInteger asked = new AtomicInteger();
            BooleanSupplier signs = () -> asked.incrementAndGet() < 0;
            Map<String, Double> variances = new UnitVarianceScaling(session, plan, LSUV, signs).scale(batch);
            assertEquals(weightLayers(network), variances.keySet());
            assertTrue(asked.get() > network.layers().size(), "signs of life within each layer's work");
            network.state()
                    .forEach(state -> assertArrayEquals(
                            drawn.get(state.name()).values(),
                            session.read(state.name()).values()));
            Map<String, HostTensor> inputs = new HashMap<>(Map.of(Program.IMAGES, BatchTensors.images(batch)));
            new RandomMasks(network, plan.seeds(), 1).addTo(inputs, batch.size(), Progress.start(plan));
            try (Executable all = session.prepare(
                    Programs.trainingOutputs(network, batch.size(), InputForm.PREPARED, variances.keySet()))) {
                Map<String, HostTensor> outputs = all.run(inputs);
                variances.forEach((layer, variance) -> {
                    float[] output = Objects.requireNonNull(outputs.get(Programs.OUTPUT_PREFIX + layer))
                            .values();
                    assertEquals(1, UnitVarianceScaling.variance(output), LSUV.tolerance(), layer);
                    assertEquals(UnitVarianceScaling.variance(output), variance, 1e-6, layer);
                });
            }
        }
    }

    @Test
    void weightsStayOrthogonalUpToTheirScale() {
        TrainingPlan plan = plan(networks().findFirst().orElseThrow());
        Map<String, HostTensor> drawn = Initialization.draw(plan.network(), LSUV, plan.seeds());
        Map<String, HostTensor> orthogonal = Initialization.draw(plan.network(), new Orthogonal(1), plan.seeds());
        try (Session session = session(plan, drawn)) {
            new UnitVarianceScaling(session, plan, LSUV, () -> false).scale(firstBatch(plan));
            float[] before = orthogonal.get("conv2.weight").values();
            float[] after = session.read("conv2.weight").values();
            float scale = after[0] / before[0];
            assertTrue(Math.abs(scale - 1) > 0.01, "scale " + scale);
            for (int i = 0; i < before.length; i++) {
                assertEquals(scale * before[i], after[i], 1e-5f);
            }
        }
    }

    @Test
    void trainingBeginsWithTheScalingAndSaysSo() {
        TrainingPlan plan = plan(networks().findFirst().orElseThrow());
        SmallRun.Result first = SmallRun.start(plan);
        SmallRun.Result second = SmallRun.start(plan);
        TrainingEvent.WeightsScaled scaled =
                first.events(TrainingEvent.WeightsScaled.class).getFirst();
        assertEquals(first.events().getFirst(), scaled);
        assertEquals(4, scaled.layers());
        assertTrue(scaled.largestDeviation() <= LSUV.tolerance());
        SmallRun.assertSameValues(first.last(), second.last());
    }

    @Test
    void imagesThatAreAllTheSameAreRefused() {
        TrainingPlan plan = plan(NetworkResolver.resolve(
                        new SequentialGraph().then("flatten", new Flatten()).head(new SoftmaxHead(true, 0)),
                        SmallRun.IMAGE,
                        1)
                .orThrow());
        byte[][] pixels = new byte[16][Math.toIntExact(SmallRun.IMAGE.size())];
        ImageDataset black = ImageDataset.ofImages(
                Message.verbatim("black"),
                SmallRun.IMAGE,
                List.of("black"),
                new int[16],
                pixels,
                plan.data().training().provenance());
        TrainingPlan dark = SmallRun.with(plan, "data", new DataParts(black, null, black));
        String refused = assertThrows(BadInputException.class, () -> SmallRun.start(dark))
                .getMessage();
        assertTrue(refused.contains("head/logits"), refused);
    }

    @Test
    void underAnEqualNormTheScaleIsNotLsuvsToChoose() {
        ResolvedNetwork network = ConstrainedLayers.constrain(
                SmallRun.network(0.2), new EqualNorm(EqualNormForm.CENTERED_ROWS, 1, 1e-4, 1e-3));
        RuntimeException refused = assertThrows(RuntimeException.class, () -> plan(network));
        assertTrue(rootMessage(refused).startsWith("training.initializer"), rootMessage(refused));
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
