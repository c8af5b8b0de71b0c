package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Backend;
import dev.lamina.backend.cpu.CpuBackendProvider;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.Provenance;
import dev.lamina.data.Remainder;
import dev.lamina.event.CommandQueue;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateSampleTest {
    private static final Shape IMAGE = Shape.of(4, 1, 1);
    private static final double RATE = 0.1;

    static Stream<Backend> backends() {
        return Stream.of(new ReferenceBackend(), new CpuBackendProvider().create());
    }

    /**
     * One white image x = (1, 1, 1, 1) of class 0 and W [2, 4] = ½ everywhere: both probabilities are ½, so the gradient
     * is ∓½ x by rows with ‖g‖ = √2, and ‖W‖ = √2; a step of plain SGD moves W by η ‖g‖ / ‖W‖ = η of its size.
     */
    @ParameterizedTest
    @MethodSource("backends")
    void theRatioOfOneLinearLayerIsTheOneKnownByHand(Backend backend) {
        TrainingPlan plan = oneStep();
        Checkpoint start = new Checkpoint(
                Progress.start(plan),
                Map.of("head/logits.weight", HostTensor.filled(Shape.of(2, 4), 0.5f)),
                zeroOptimizer(backend, plan));
        SmallRun.Result result = SmallRun.run(backend, plan, Optional.of(start), new CommandQueue(), (_, _) -> {});
        Map<String, Double> ratios = result.metrics().getFirst().byLayer(Tags.UPDATE_RATIO);
        assertEquals(Set.of("head/logits"), ratios.keySet());
        assertEquals(Math.log10(RATE), ratios.get("head/logits"), 1e-6);
    }

    private static Map<String, HostTensor> zeroOptimizer(Backend backend, TrainingPlan plan) {
        Map<String, HostTensor> optimizer = SmallRun.run(
                        backend, plan, Optional.empty(), new CommandQueue(), (_, _) -> {})
                .last()
                .optimizer();
        optimizer.values().forEach(tensor -> Arrays.fill(tensor.values(), 0));
        return optimizer;
    }

    @Test
    void everyEpochHasTheRatioOfEveryWeightLayerInTheOrderOfTheLayers() {
        for (EpochMetrics epoch : SmallRun.start(SmallRun.plan()).metrics()) {
            assertEquals(
                    List.of("block/conv", "head/logits"),
                    List.copyOf(epoch.byLayer(Tags.UPDATE_RATIO).keySet()));
            epoch.byLayer(Tags.UPDATE_RATIO)
                    .forEach((layer, ratio) -> assertTrue(ratio > -6 && ratio < 1, layer + " " + ratio));
        }
    }

    @Test
    void aWnllStageHasTheRatiosOfTheBufferBlockAlone() {
        List<EpochMetrics> epochs = SmallRun.start(SmallRun.wnllPlan()).metrics();
        assertTrue(epochs.get(0).byLayer(Tags.UPDATE_RATIO).containsKey("block/conv"));
        Set<String> ofWnll = epochs.get(2).byLayer(Tags.UPDATE_RATIO).keySet();
        assertTrue(
                !ofWnll.isEmpty() && ofWnll.stream().allMatch(layer -> layer.startsWith("head/buffer/")),
                ofWnll.toString());
    }

    private static TrainingPlan oneStep() {
        byte[] white = new byte[4];
        Arrays.fill(white, (byte) 255);
        ImageDataset image = ImageDataset.ofImages(
                Message.verbatim("white"),
                IMAGE,
                List.of("a", "b"),
                new int[] {0},
                new byte[][] {white},
                new Provenance("white", List.of()));
        return new TrainingPlan(
                NetworkResolver.resolve(
                                new SequentialGraph()
                                        .then("flatten", new Flatten())
                                        .head(new SoftmaxHead(false, 0)),
                                IMAGE,
                                2)
                        .orThrow(),
                new DataParts(image, null, image),
                Normalization.of(PixelScaling.NONE, image),
                new BatchPlan(1, Remainder.KEEP, List.of()),
                1,
                new Sgd(0, false),
                new LearningRate(RATE, new ConstantSchedule(), new TrainingSpan(0, 1), 1),
                0,
                DecayScope.WEIGHTS,
                SmallRun.plan().initializer(),
                Optional.empty(),
                1,
                new GbrSettings(false, 1, 1, GbrMethod.AUTO, 2, GbrFunction.LOGITS, 0),
                List.of(),
                1,
                new Seeds(1));
    }
}
