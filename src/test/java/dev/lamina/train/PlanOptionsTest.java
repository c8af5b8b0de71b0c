package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lamina.data.BatchPlan;
import dev.lamina.data.CutMix;
import dev.lamina.data.Cutout;
import dev.lamina.data.DataParts;
import dev.lamina.data.HorizontalFlip;
import dev.lamina.data.Mixing;
import dev.lamina.data.Mixup;
import dev.lamina.data.Normalization;
import dev.lamina.data.PixelScaling;
import dev.lamina.data.Remainder;
import dev.lamina.event.TrainingEvent;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.init.FanMode;
import dev.lamina.nn.init.He;
import dev.lamina.nn.init.Xavier;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.probe.Due;
import dev.lamina.probe.Filters;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every component of a plan has an effect on the run. */
class PlanOptionsTest {
    private static final TrainingPlan PLAN = SmallRun.plan();
    private static final SmallRun.Result STANDARD = SmallRun.start(PLAN);

    private record Change(String component, Object value) {}

    private static List<Change> changes() {
        DataParts data = PLAN.data();
        TrainingSpan span = new TrainingSpan(1, 3);
        return List.of(
                new Change("network", SmallRun.network(0.6)),
                new Change("network", constrained(EqualNormForm.CENTERED_ROWS, 1, 0)),
                new Change("data", new DataParts(SmallRun.images(22, 9), data.validation(), data.test())),
                new Change("data", new DataParts(data.training(), null, data.test())),
                new Change("data", new DataParts(data.training(), data.validation(), SmallRun.images(11, 9))),
                new Change("normalization", Normalization.of(PixelScaling.NONE, data.training())),
                new Change("batches", new BatchPlan(8, Remainder.KEEP, List.of())),
                new Change("batches", new BatchPlan(8, Remainder.DROP, List.of(new HorizontalFlip()))),
                new Change("batches", new BatchPlan(4, Remainder.KEEP, List.of(new HorizontalFlip()))),
                new Change("batches", mixed(new Mixup(1))),
                new Change("batches", mixed(new Mixup(0.2))),
                new Change("batches", mixed(new CutMix(1, 1))),
                new Change("batches", new BatchPlan(8, Remainder.KEEP, List.of(new Cutout(2)))),
                new Change("epochs", 4),
                new Change("optimizer", new Sgd(0.5, true)),
                new Change("optimizer", new Sgd(0.9, false)),
                new Change("optimizer", new Adam(0.9, 0.999, 1e-8)),
                new Change("learningRate", new LearningRate(0.2, new CosineSchedule(0.1), span, 3)),
                new Change("learningRate", new LearningRate(0.1, new ConstantSchedule(), span, 3)),
                new Change("learningRate", new LearningRate(0.1, new CosineSchedule(0.1), new TrainingSpan(0, 3), 3)),
                new Change("weightDecay", 0.0),
                new Change("decayScope", DecayScope.ALL),
                new Change("initializer", new He(FanMode.FAN_OUT)),
                new Change("initializer", new Xavier()),
                new Change("earlyStopping", Optional.of(new EarlyStopping(1, 1))),
                new Change("gbr", new GbrSettings(true, 6, 1, GbrMethod.AUTO, 2, GbrFunction.LOGITS, 0)),
                new Change("gbr", new GbrSettings(true, 5, 2, GbrMethod.AUTO, 2, GbrFunction.LOGITS, 0)),
                new Change("gbr", new GbrSettings(false, 5, 1, GbrMethod.AUTO, 2, GbrFunction.LOGITS, 0)),
                new Change("readings", List.of(new Filters(null, new Due(1, null, null)))),
                new Change("testEveryEpochs", 2),
                new Change("seeds", new Seeds(12)));
    }

    private static BatchPlan mixed(Mixing mixing) {
        return new BatchPlan(8, Remainder.KEEP, List.of(new HorizontalFlip()), Optional.of(mixing));
    }

    private static ResolvedNetwork constrained(EqualNormForm type, double alpha, double weightDecay) {
        return ConstrainedLayers.constrain(SmallRun.network(0.2), new EqualNorm(type, alpha, weightDecay, 1e-3));
    }

    /** The batch normalization behind takes α off again, but for its ε. */
    @Test
    void everyOptionOfTheConstraintChangesSomething() {
        List<ResolvedNetwork> networks = List.of(
                constrained(EqualNormForm.CENTERED_ROWS, 1, 0),
                constrained(EqualNormForm.ROWS, 1, 0),
                constrained(EqualNormForm.LAYER, 1, 0),
                constrained(EqualNormForm.CENTERED_LAYER, 1, 0),
                constrained(EqualNormForm.WEIGHT_NORMALIZATION, 1, 0),
                constrained(EqualNormForm.WEIGHT_STANDARDIZATION, 1, 0),
                ConstrainedLayers.constrain(
                        SmallRun.network(0.2), new EqualNorm(EqualNormForm.CENTERED_ROWS, 0.01, 0, 1e-3, true)),
                constrained(EqualNormForm.CENTERED_ROWS, 0.01, 0),
                constrained(EqualNormForm.CENTERED_ROWS, 1, 0.1),
                ConstrainedLayers.constrain(
                        SmallRun.network(0.2), new EqualNorm(EqualNormForm.CENTERED_ROWS, 1, 0.1, 0.5)));
        Set<Object> outcomes = networks.stream()
                .map(network -> outcome(SmallRun.start(SmallRun.with(PLAN, "network", network))))
                .collect(Collectors.toSet());
        assertEquals(networks.size(), outcomes.size());
    }

    static Stream<Change> plainChanges() {
        return changes().stream();
    }

    @ParameterizedTest
    @MethodSource("plainChanges")
    void everyOptionChangesSomething(Object change) {
        Change option = (Change) change;
        TrainingPlan changed = SmallRun.with(PLAN, option.component(), option.value());
        assertNotEquals(outcome(STANDARD), outcome(SmallRun.start(changed)));
    }

    /** With validation data every better epoch has a checkpoint anyway. */
    @Test
    void rarerCheckpointsAreFewer() {
        DataParts data = new DataParts(PLAN.data().training(), null, PLAN.data().test());
        TrainingPlan plan = SmallRun.with(PLAN, "data", data);
        assertEquals(3, SmallRun.start(plan).checkpoints().saved.size());
        SmallRun.Result rarer = SmallRun.start(SmallRun.with(plan, "checkpointEveryEpochs", 3));
        assertEquals(1, rarer.checkpoints().saved.size());
    }

    @Test
    void noOptionIsForgottenHere() {
        Set<String> components = Arrays.stream(TrainingPlan.class.getRecordComponents())
                .map(c -> c.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        components.remove("checkpointEveryEpochs");
        assertEquals(
                components, changes().stream().map(Change::component).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Metrics, readings and checkpoints, without clock times. */
    private static Map<String, Object> outcome(SmallRun.Result result) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("metrics", result.metrics());
        outcome.put(
                "readings",
                result.events(TrainingEvent.ReadingMeasured.class).stream()
                        .map(reading -> reading.step() + " " + reading.probe())
                        .toList());
        outcome.put("kinds", result.checkpoints().kinds);
        outcome.put(
                "checkpoints",
                result.checkpoints().saved.stream()
                        .map(Checkpoint::progress)
                        .map(p -> p.step())
                        .toList());
        return outcome;
    }
}
