package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.HalveEverySchedule;
import dev.lamina.nn.optim.MultiStepSchedule;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.nn.optim.StepSchedule;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReproductionCatalogTest {
    private static final DataLocation NOWHERE = new DataLocation(List.of(), Path.of("nowhere"));

    private static Reproduction create(String name) {
        return ReproductionCatalog.create(name, new ReproductionOptions(null, null), NOWHERE);
    }

    private static ExperimentConfig config(String name, String arm) {
        return create(name).arms().stream()
                .filter(a -> a.id().equals(arm))
                .map(a -> ((Arm.Trained) a).training().config())
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> trained() {
        return ReproductionCatalog.ENTRIES.stream()
                .map(ReproductionCatalog.Entry::name)
                .filter(name -> !name.equals("wnll-table1"));
    }

    @ParameterizedTest
    @MethodSource("trained")
    void everyArmIsANetworkThatResolves(String name) {
        for (Arm arm : create(name).arms()) {
            ExperimentConfig config = ((Arm.Trained) arm).training().config();
            assertEquals(
                    10,
                    NetworkResolver.resolve(config.trainedGraph(), Shape.of(3, 32, 32), 10)
                            .orThrow()
                            .classes());
        }
    }

    @Test
    void wnllIsTrainedAsInThePaper() {
        ExperimentConfig config = config("wnll-table2", "wnll");
        assertEquals(400, config.training().epochs());
        assertEquals(128, config.training().batchSize());
        assertEquals(new Sgd(0.9, true), config.training().optimizer());
        assertEquals(0.05, config.training().learningRate());
        assertEquals(new HalveEverySchedule(50), config.training().schedule());
        assertEquals(5e-4, config.training().weightDecay());
        WnllHead head = (WnllHead) Objects.requireNonNull(config.head());
        assertEquals(2, head.alternations());
        assertEquals(5, head.epochs());
        assertEquals(2000, head.batchSize());
        assertEquals(5e-4, head.learningRate());
        assertEquals(0.2, head.laterRateFactor());
    }

    @Test
    void vanillaIsTrainedAsLongAsAllStagesTogether() {
        ExperimentConfig vanilla = config("wnll-table2", "vanilla");
        assertEquals(2 * (400 + 5), vanilla.training().epochs());
        ExperimentConfig same = PaperTraining.with(vanilla, "training.epochs=400", "head=wnll");
        assertEquals(config("wnll-table2", "wnll"), same);
    }

    @Test
    void networksOfTheMpeluPaperAreTrainedAsInThePaper() {
        ExperimentConfig config = PaperConfigs.mpelu(1000).config();
        assertEquals(200, config.training().epochs());
        assertEquals(
                new MultiStepSchedule(List.of(81, 122), 0.1), config.training().schedule());
        assertEquals(new Sgd(0.9, false), config.training().optimizer());
        assertEquals(0.1, config.training().learningRate());
        assertEquals(1e-4, config.training().weightDecay());
    }

    @Test
    void networksOfTheGbrPaperAreTrainedAsInThePaper() {
        ExperimentConfig config = config("gbr-weight-decay", "decay-1e-4");
        assertEquals(100, config.training().epochs());
        assertEquals(new StepSchedule(30, 0.1), config.training().schedule());
        assertEquals(new Sgd(0.9, false), config.training().optimizer());
        assertEquals(0.1, config.training().learningRate());
        assertEquals(1e-4, config.training().weightDecay());
        assertEquals(new He(FanMode.FAN_IN), config.training().initializer());
    }

    @Test
    void theWnllStageIsAsPrintedAndAsReleased() {
        WnllHead printed = (WnllHead)
                Objects.requireNonNull(config("wnll-thousand", "printed").head());
        WnllHead released = (WnllHead)
                Objects.requireNonNull(config("wnll-thousand", "released").head());
        assertEquals(5e-4, printed.learningRate());
        assertEquals(ScoreGradient.SCORES, printed.gradient());
        assertEquals(0.05, released.learningRate());
        assertEquals(ScoreGradient.SOFTMAX_OF_SCORES, released.gradient());
        ExperimentConfig config = config("wnll-thousand", "released");
        assertEquals(2 * (100 + 5), config.epochs());
        assertEquals(new HalveEverySchedule(13), config.training().schedule());
        assertEquals(1000, released.interpolation().queryBatch());
    }

    @Test
    void smallResidualNetworksAreComparedOverManySeeds() {
        Reproduction reproduction =
                ReproductionCatalog.create("mpelu-activations", new ReproductionOptions("resnet8", 10_000), NOWHERE);
        assertEquals(
                List.of("relu", "prelu", "elu", "mpelu", "mpelu-quarter", "block-b", "near-identity"),
                reproduction.arms().stream().map(Arm::id).toList());
        for (Arm arm : reproduction.arms()) {
            ExperimentConfig config = ((Arm.Trained) arm).training().config();
            assertEquals(60, config.training().epochs());
            assertEquals(new CosineSchedule(0), config.training().schedule());
            assertEquals(0.1, config.training().learningRate());
            NetworkResolver.resolve(config.networkGraph(), Shape.of(3, 32, 32), 10)
                    .orThrow();
        }
    }

    /** METHODS section 3: not decayed in sections 4.1 and 4.3 of the MPELU paper, decayed in its residual networks. */
    @Test
    void alphaAndBetaAreDecayedWhereThePaperDecaysThem() {
        assertEquals(0, decay(config("mpelu-activations", "mpelu")));
        assertEquals(0, decay(config("mpelu-initialisation", "mpelu-eq22")));
        Reproduction residual =
                ReproductionCatalog.create("mpelu-activations", new ReproductionOptions("resnet110", 50_000), NOWHERE);
        for (Arm arm : residual.arms()) {
            ExperimentConfig config = ((Arm.Trained) arm).training().config();
            if (config.activation() instanceof Mpelu) {
                assertEquals(1, decay(config), arm.id());
            }
        }
    }

    private static double decay(ExperimentConfig config) {
        return ((Mpelu) Objects.requireNonNull(config.activation())).weightDecayFactor();
    }

    @Test
    void stepsCountToTheFirstEpochThatIsGoodEnough() {
        Quantity steps = Quantity.stepsToTrainingError15();
        List<EpochMetrics> epochs = List.of(
                EpochMetrics.of(1, 79, Map.of(Tags.TRAIN_ACCURACY, 0.5)),
                EpochMetrics.of(2, 158, Map.of(Tags.TRAIN_ACCURACY, 0.85)),
                EpochMetrics.of(3, 237, Map.of(Tags.TRAIN_ACCURACY, 0.9)));
        assertEquals(158, steps.reading().apply(epochs).orElseThrow());
        assertTrue(steps.reading().apply(epochs.subList(0, 1)).isEmpty());
    }

    @Test
    void armsHaveFoldersOfTheirOwn() {
        for (ReproductionCatalog.Entry entry : ReproductionCatalog.ENTRIES) {
            if (!entry.name().equals("wnll-table1")) {
                List<String> ids =
                        create(entry.name()).arms().stream().map(Arm::id).toList();
                assertEquals(ids.size(), ids.stream().distinct().count(), entry.name());
                assertTrue(ids.stream().allMatch(id -> id.matches("[a-z0-9-]+")), ids.toString());
            }
        }
    }

    @Test
    void rawPixelsWithoutAnyDataSetAreRefused() {
        assertThrows(BadInputException.class, () -> create("wnll-table1"));
    }
}
