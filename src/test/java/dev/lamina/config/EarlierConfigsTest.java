package dev.lamina.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.graph.Node;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.LogitsNormalization;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.SvmHead;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierConfigsTest {
    private static final String WRITTEN =
            "{\"type\": \"centered-rows\", \"alpha\": 1.0, \"weightDecay\": 1e-4, \"epsilon\": 1e-3}";

    private static ExperimentConfig config(String head, String constraint) {
        return RecordFiles.parse(
                "{\"data\": {\"source\": \"shapes\"}, \"network\": {\"preset\": \"resnet8\"}, " + head
                        + "\"training\": {\"equalNorm\": " + constraint + "}}",
                "test",
                ExperimentConfig.class,
                List.of());
    }

    private static Head trained(ExperimentConfig config) {
        return config.trainedGraph().nodes().stream()
                .filter(Node.OfHead.class::isInstance)
                .map(node -> ((Node.OfHead) node).head())
                .findFirst()
                .orElseThrow();
    }

    /** As in run folders: a checkpoint of that run has no normalization behind its classifier. */
    @Test
    void whatAnEarlierVersionWroteKeepsItsNetwork() {
        assertEquals(new SoftmaxHead(true, 0, LogitsNormalization.OFF), trained(config("\"head\": null, ", WRITTEN)));
        assertEquals(new SoftmaxHead(true, 0, LogitsNormalization.OFF), trained(config("", WRITTEN)));
        assertEquals(
                new SvmHead(true, HingePower.SQUARED, LogitsNormalization.OFF),
                trained(config("\"head\": \"svm\", ", WRITTEN)));
        assertEquals(
                new SoftmaxHead(false, 0.1, LogitsNormalization.OFF),
                trained(config(
                        "\"head\": {\"type\": \"softmax\", \"bias\": false, \"labelSmoothing\": 0.1}, ", WRITTEN)));
    }

    @Test
    void aDrawnNetworkKeepsItsHeadToo() {
        ExperimentConfig now = config("", "{}");
        String drawn = RecordFiles.write(new ExperimentConfig(
                        now.name(),
                        now.data(),
                        new NetworkConfig(null, now.networkGraph(), java.util.Map.of(), null),
                        null,
                        null,
                        now.training(),
                        now.probes(),
                        now.seed(),
                        now.backend(),
                        now.sweep(),
                        null,
                        1,
                        1))
                .replaceAll(",\\s*\"learned\" : false", "")
                .replaceAll(",\\s*\"normalization\" : \"automatic\"", "");
        ExperimentConfig read = RecordFiles.parse(drawn, "test", ExperimentConfig.class, List.of());
        assertEquals(new SoftmaxHead(true, 0, LogitsNormalization.OFF), trained(read));
    }

    @Test
    void whatIsWrittenNowIsLeftToTheConstraint() {
        ExperimentConfig now = config("", "{}");
        assertEquals(new SoftmaxHead(true, 0, LogitsNormalization.ON), trained(now));
        ExperimentConfig again = RecordFiles.parse(RecordFiles.write(now), "test", ExperimentConfig.class, List.of());
        assertEquals(now, again);
        assertEquals(trained(now), trained(again));
        assertEquals(new SoftmaxHead(true, 0), trained(config("", "{\"type\": \"weight-normalization\"}")));
        assertEquals(
                new SoftmaxHead(true, 0, LogitsNormalization.OFF),
                trained(config("\"head\": {\"type\": \"softmax\", \"normalization\": \"off\"}, ", "{}")));
    }
}
