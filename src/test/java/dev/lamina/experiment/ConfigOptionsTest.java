package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lamina.config.BackendConfig;
import dev.lamina.config.DataConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.train.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every key of a configuration reaches the plan; that every part of a plan has an effect is tested beside it. */
class ConfigOptionsTest {
    static final List<String> OVERRIDES = List.of(
            "name=other",
            "data.source.noise=0.2",
            "data.validation.count=11",
            "data.normalization=none",
            "data.augmentations=[\"horizontal-flip\"]",
            "data.mixing=mixup",
            "network.preset.hiddenWidths=[7]",
            "activation=elu",
            "head={\"type\": \"softmax\", \"labelSmoothing\": 0.1}",
            "head={\"type\": \"softmax\", \"normalization\": \"on\"}",
            "head=svm",
            "head=large-margin",
            "training.epochs=4",
            "training.batchSize=17",
            "training.remainder=drop",
            "training.optimizer=adam",
            "training.learningRate=0.2",
            "training.schedule=constant",
            "training.warmUpEpochs=1",
            "training.weightDecay=0",
            "training.decayScope=all",
            "training.equalNorm={}",
            "training.initializer=xavier",
            "training.earlyStopping={\"patienceEpochs\": 2}",
            "training.checkpointEveryEpochs=2",
            "probes.gbr.images=11",
            "seed=2",
            "backend.name=cpu",
            "backend.threads=1",
            "backend.precision=bf16",
            "backend.convolution=direct",
            "backend.cuda=none",
            "sweep={\"seed\": [1]}",
            "search={\"space\": {\"seed\": {\"type\": \"integer\", \"low\": 1, \"high\": 9}}}",
            "seeds=2",
            "slots=2");

    @ParameterizedTest
    @FieldSource("OVERRIDES")
    void everyOptionReachesThePlan(String override) {
        assertNotEquals(outcome(prerequisites(override)), outcome(join(prerequisites(override), override)));
    }

    /** What a network needs for an option to mean anything. */
    private static String[] prerequisites(String override) {
        return override.startsWith("training.equalNorm")
                ? new String[] {"network.preset={\"type\": \"cifar-resnet\", \"depth\": 8}", "data.source=shapes"}
                : new String[0];
    }

    private static String[] join(String[] overrides, String last) {
        return Stream.concat(Arrays.stream(overrides), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void noOptionIsForgottenHere() {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys("", ExperimentConfig.class));
        keys.addAll(keys("data.", DataConfig.class));
        keys.addAll(keys("training.", TrainingConfig.class));
        keys.addAll(keys("backend.", BackendConfig.class));
        keys.removeAll(Set.of("data", "training", "backend"));
        Set<String> changed = OVERRIDES.stream()
                .map(override -> override.substring(0, override.indexOf('=')))
                .map(key -> {
                    String[] parts = key.split("\\.");
                    return Set.of("data", "training", "backend").contains(parts[0])
                            ? parts[0] + "." + parts[1]
                            : parts[0];
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys, changed);
    }

    private static List<String> keys(String prefix, Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(c -> prefix + c.getName())
                .toList();
    }

    /** All that a run depends on, as text. */
    private static String outcome(String... overrides) {
        ExperimentConfig config = SmallExperiment.config(overrides);
        ExperimentSetup setup = ExperimentSetup.of(config, SmallExperiment.NOWHERE);
        TrainingPlan plan = setup.plan();
        return Stream.of(
                        config.name(),
                        setup.data(),
                        plan.data().validation().contentSha256(),
                        plan.normalization(),
                        plan.batches(),
                        plan.network(),
                        plan.epochs(),
                        plan.optimizer(),
                        plan.learningRate(),
                        plan.weightDecay(),
                        plan.decayScope(),
                        plan.initializer(),
                        plan.earlyStopping(),
                        plan.checkpointEveryEpochs(),
                        plan.gbr(),
                        plan.seeds(),
                        config.backend().name(),
                        config.backend().session(),
                        config.single() ? config.slots() : Sweep.members(config))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
