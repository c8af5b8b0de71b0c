package dev.lamina.config;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.setting.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything an experiment depends on; the machine and the place of the data excepted. */
public record ExperimentConfig(
        @Setting(defaultValue = "\"experiment\"", meaning = "what the run is called; begins its folder's name")
        String name,

        @Setting(meaning = "what is trained on") DataConfig data,

        @Setting(meaning = "the network, as a preset or as a graph")
        NetworkConfig network,

        @Setting(
                defaultValue = "{\"type\": \"relu\"}",
                meaning = "the response function wherever a preset has one; a graph names its own")
        Activation activation,

        @Setting(
                defaultValue = "{\"type\": \"softmax\"}",
                meaning = "how a preset's network decides; a graph has a head of its own")
        Head head,

        @Setting(defaultValue = "{}", meaning = "how it is trained")
        TrainingConfig training,

        @Setting(defaultValue = "{}", meaning = "what is measured besides loss and accuracy")
        ProbesConfig probes,

        @Setting(defaultValue = "1", meaning = "everything random in a run follows from it")
        long seed,

        @Setting(defaultValue = "{}", meaning = "what computes")
        BackendConfig backend,

        @Setting(
                defaultValue = "{}",
                meaning = "lists of values by dotted key, as in {\"training.weightDecay\": [0, 1e-4]}: one run for each"
                        + " combination")
        Map<String, List<JsonNode>> sweep) {
    public ExperimentConfig {
        sweep = Collections.unmodifiableMap(new LinkedHashMap<>(sweep));
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name must be one line of text; give one or leave the key out");
        }
    }
}
