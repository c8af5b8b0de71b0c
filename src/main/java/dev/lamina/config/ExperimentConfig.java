package dev.lamina.config;

import dev.lamina.data.BatchPlan;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.Node;
import dev.lamina.message.Message;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.search.Search;
import dev.lamina.setting.Setting;
import dev.lamina.setting.UpgradedBy;
import dev.lamina.tensor.BadInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything an experiment depends on; the machine and the place of the data excepted. */
@UpgradedBy(EarlierConfigs.class)
public record ExperimentConfig(
        @Setting(defaultValue = "\"experiment\"", meaning = "what the run is called; begins its folder's name")
        String name,

        @Setting(meaning = "what is trained on") DataConfig data,

        @Setting(meaning = "the network, as a preset or as a graph")
        NetworkConfig network,

        @Setting(
                meaning =
                        "the response function wherever a preset has one: relu unless given, mpelu in the presets named"
                                + " after it; a graph names its own")
        @Nullable
        Activation activation,

        @Setting(meaning = "how a preset's network decides: softmax unless given; a graph has a head of its own")
        @Nullable
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
        Map<String, List<JsonNode>> sweep,

        @Setting(
                meaning =
                        "settings that are searched for, ranges among them, instead of a sweep's lists; none unless given")
        @Nullable
        Search search,

        @Setting(
                defaultValue = "1",
                min = 1,
                max = 10_000,
                unit = "seeds",
                meaning =
                        "seeds each configuration is run with, seed, seed + 1, …: together they are one entry with its spread")
        int seeds,

        @Setting(
                defaultValue = "1",
                min = 1,
                max = 1024,
                unit = "runs",
                meaning =
                        "runs of a sweep, a search or of several seeds that go on at once, each in a process of its own")
        int slots) {
    /** What "softmax" alone stands for. */
    private static final Head DEFAULT_HEAD = new SoftmaxHead(true, 0);

    public ExperimentConfig {
        sweep = Collections.unmodifiableMap(new LinkedHashMap<>(sweep));
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadInputException(Message.of("config.nameOneLine"));
        }
        if (network.graph() != null && (activation != null || head != null)) {
            throw new BadInputException(Message.of("config.graphHasOwn", activation != null ? "activation" : "head"));
        }
        if (search != null && !sweep.isEmpty()) {
            throw new BadInputException(Message.of("config.sweepAndSearch"));
        }
        if (search != null && search.halving() != null && seeds > 1) {
            throw new BadInputException(Message.of("config.halvingOfSeeds"));
        }
    }

    /** Whether it is of one run, rather than of those of a sweep, a search or several seeds. */
    public boolean single() {
        return sweep.isEmpty() && search == null && seeds == 1;
    }

    /** Epochs of the whole run, those of all its stages together. */
    public int epochs() {
        return decidingHead().stages().stream()
                .mapToInt(stage -> stage.epochs(training.epochs()))
                .sum();
    }

    /** How an epoch is cut into batches. */
    public BatchPlan batches() {
        return new BatchPlan(
                training.batchSize(), training.remainder(), data.augmentations(), Optional.ofNullable(data.mixing()));
    }

    /** The graph's head or the one beside a preset, softmax where none is named. */
    public Head decidingHead() {
        if (network.graph() == null) {
            return head != null ? head : DEFAULT_HEAD;
        }
        return network.graph().nodes().stream()
                .flatMap(node -> node instanceof Node.OfHead of ? Stream.of(of.head()) : Stream.empty())
                .findFirst()
                .orElse(DEFAULT_HEAD);
    }

    /** The graph as it is trained: an equal-norm constraint decides what the head leaves to it. */
    public NetworkGraph trainedGraph() {
        NetworkGraph graph = networkGraph();
        EqualNorm constraint = training.equalNorm();
        if (constraint == null || !constraint.type().equalNorm()) {
            return graph;
        }
        return new NetworkGraph(
                graph.nodes().stream()
                        .map(node -> node instanceof Node.OfHead(String id, Head own)
                                ? new Node.OfHead(id, own.underEqualNorm())
                                : node)
                        .toList(),
                graph.edges());
    }

    /** The network as a graph, activation and head in a preset's places. */
    public NetworkGraph networkGraph() {
        if (network.graph() != null) {
            return network.graph();
        }
        if (network.preset() != null) {
            return network.preset()
                    .graph(activation != null ? activation : network.preset().defaultActivation(), decidingHead());
        }
        throw new IllegalStateException("neither preset nor graph");
    }
}
