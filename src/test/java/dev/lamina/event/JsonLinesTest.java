package dev.lamina.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonLinesTest {
    private static final EpochMetrics METRICS =
            EpochMetrics.of(3, 237, Map.of(Tags.TRAIN_LOSS, 0.1, Tags.GBR, Double.POSITIVE_INFINITY));

    static List<TrainingEvent> events() {
        return List.of(
                new TrainingEvent.RunStarted(
                        TrainingEvent.PROTOCOL, "n", "runs/n", 15, 79, 0, 10_000, 272_474, "cpu", "oneDNN", -5),
                new TrainingEvent.DataNoticed("warning", Message.of("data.untested", List.of("cat"))),
                new TrainingEvent.StageStarted(395, new StageLabel("wnll", 2), 6, 10, 13),
                new TrainingEvent.WeightsScaled(20, 0.001, 1.25),
                new TrainingEvent.KernelsCompiled(12, 180),
                new TrainingEvent.StepCompleted(1, 2, 79, 2, 2.3, 0.125, 0.1, 812.5, Double.NaN),
                new TrainingEvent.ReadingMeasured(
                        null, "gbr", 3, 237, Map.of(Tags.GBR, new Reading.Scalar(12.5)), 0.75),
                new TrainingEvent.EpochCompleted(METRICS, 15, 2.5, 60.5),
                new TrainingEvent.CheckpointWritten(3, 237, "last", "runs/n/checkpoints/last"),
                new TrainingEvent.HyperparameterChanged(240, "learningRate", 0.01),
                new TrainingEvent.NonFiniteFound(4, 241, "stage1/conv1", Message.of("train.output")),
                new TrainingEvent.RunPaused(240),
                new TrainingEvent.RunResumed(240),
                new TrainingEvent.StoppedEarly(12, 7, 0.75),
                new TrainingEvent.RunStopped(4, 250, "runs/n"),
                new TrainingEvent.RunFinished(15, 1185, 912.5, METRICS),
                new TrainingEvent.RunFailed(Message.verbatim("disk full")),
                new TrainingEvent.StateKept(3, 237),
                new TrainingEvent.WentBack(2, 100),
                new TrainingEvent.TrialStarted(3, 24, "sweep/trial-0003", "λ = 10⁻⁴", 9),
                new TrainingEvent.TrialEnded(3, 24, "sweep/trial-0003", "stopped", METRICS),
                new TrainingEvent.WorkContinued(),
                new TrainingEvent.CommandRefused(null, "null", Message.of("event.noObject")));
    }

    static List<TrainingCommand> commands() {
        return List.of(
                new TrainingCommand.Stop(),
                new TrainingCommand.StopAfter(3),
                new TrainingCommand.Pause(),
                new TrainingCommand.Resume(),
                new TrainingCommand.DoStep(),
                new TrainingCommand.DoEpoch(),
                new TrainingCommand.SetLearningRate(0.05),
                new TrainingCommand.SetWeightDecay(0),
                new TrainingCommand.SetMomentum(0.9),
                new TrainingCommand.SetPace(2.5),
                new TrainingCommand.KeepStates(500),
                new TrainingCommand.GoBack(120),
                new TrainingCommand.Measure("lens", "{\"type\":\"filters\"}"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesBackFromItsLine(TrainingEvent event) {
        String line = JsonLines.of(event);
        assertEquals(event, JsonLines.event(line));
        assertFalse(line.contains("\n"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandComesBackFromItsLine(TrainingCommand command) {
        assertEquals(command, JsonLines.command(JsonLines.of(command)));
    }

    @Test
    void noEventOrCommandIsLeftOutHere() {
        assertEquals(types(TrainingEvent.class), classes(events().stream()));
        assertEquals(types(TrainingCommand.class), classes(commands().stream()));
    }

    @Test
    void eventsAreNamedByTypeInKebabCase() {
        assertEquals("{\"type\":\"run-paused\",\"step\":240}", JsonLines.of(new TrainingEvent.RunPaused(240)));
    }

    @Test
    void metricsStandUnderTheirIdsAndAbsentOnesDoNot() {
        EpochMetrics metrics = EpochMetrics.of(1, 79, inOrder(Tags.TRAIN_LOSS, 2.25, Tags.TEST_ACCURACY, 0.5));
        String line = "{\"epoch\":1,\"step\":79,\"trainLoss\":2.25,\"testAccuracy\":0.5}";
        assertEquals(line, JsonLines.of(metrics));
        assertEquals(metrics, JsonLines.metrics(line));
    }

    private static Map<Tag, Double> inOrder(Tag first, double firstValue, Tag second, double secondValue) {
        Map<Tag, Double> values = new LinkedHashMap<>();
        values.put(first, firstValue);
        values.put(second, secondValue);
        return values;
    }

    @Test
    void theStageStandsBesideTheEpochWhereThereAreSeveral() {
        EpochMetrics metrics = EpochMetrics.of(7, 500, new StageLabel("wnll", 1), Map.of(Tags.WNLL_TEST_ACCURACY, 0.5));
        String line = "{\"epoch\":7,\"step\":500,\"stage\":\"wnll\",\"alternation\":1,\"wnllTestAccuracy\":0.5}";
        assertEquals(line, JsonLines.of(metrics));
        assertEquals(metrics, JsonLines.metrics(line));
    }

    @Test
    void updateRatiosStandByLayerInTheOrderOfTheLayers() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("stage1/conv1", -2.75);
        ratios.put("head/logits", Double.NEGATIVE_INFINITY);
        EpochMetrics metrics = EpochMetrics.of(1, 79, Map.of(Tags.TRAIN_LOSS, 2.25))
                .with(Tags.UPDATE_RATIO, new Reading.PerLayer(ratios));
        String line = "{\"epoch\":1,\"step\":79,\"trainLoss\":2.25,"
                + "\"log10UpdateRatios\":{\"stage1/conv1\":-2.75,\"head/logits\":\"-Infinity\"}}";
        assertEquals(line, JsonLines.of(metrics));
        assertEquals(metrics, JsonLines.metrics(line));
        assertEquals(
                List.copyOf(ratios.keySet()),
                List.copyOf(JsonLines.metrics(line).byLayer(Tags.UPDATE_RATIO).keySet()));
    }

    @Test
    void linesThatAreNoneAreRefusedInOneLine() {
        for (String line : List.of("", "{", "{\"type\":\"explode\"}", "{\"type\":\"set-momentum\",\"momentum\":1}")) {
            String message = assertThrows(BadInputException.class, () -> JsonLines.command(line))
                    .getMessage();
            assertTrue(message.startsWith(line + ": "), message);
            assertEquals(1, message.lines().count(), message);
        }
        assertThrows(BadInputException.class, () -> JsonLines.metrics("{\"epoch\":1}"));
    }

    private static java.util.Set<Class<?>> types(Class<?> sealed) {
        return java.util.Set.of(sealed.getPermittedSubclasses());
    }

    private static java.util.Set<Class<?>> classes(Stream<?> values) {
        return values.map(Object::getClass).collect(Collectors.toSet());
    }
}
