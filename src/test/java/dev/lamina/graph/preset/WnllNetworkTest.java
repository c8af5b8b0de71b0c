package dev.lamina.graph.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.graph.NamedParameter;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.ResolvedLayer;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.ScoreGradient;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WnllNetworkTest {
    private static final WnllHead HEAD =
            new WnllHead(true, WnllSettings.DEFAULT, 2, 0.2, 5, 2000, 5e-4, ScoreGradient.SCORES, 0.5, 0);

    private static ResolvedNetwork network(int depth) {
        return NetworkResolver.resolve(
                        new CifarResNet(depth, 16, Shortcut.PROJECTION).graph(new Relu(), HEAD),
                        Shape.of(3, 32, 32),
                        10)
                .orThrow();
    }

    /** METHODS section 6: option B, 10 classes, with buffer block. */
    @Test
    void parametersWithBufferBlockAreThoseOfTheReferenceCode() {
        assertEquals(276_634, NetworkSummary.of(network(20)).parameters());
        assertEquals(1_734_874, NetworkSummary.of(network(110)).parameters());
    }

    @Test
    void theHeadIsABufferBlockAsWideAsTheFeaturesAndALinearClassifier() {
        ResolvedNetwork classifier = network(20).classifier();
        assertEquals(Shape.of(64), classifier.inputShape());
        assertEquals(
                List.of("head/buffer/linear", "head/buffer/activation", "head/logits"),
                classifier.layers().stream().map(ResolvedLayer::name).toList());
        assertEquals(
                List.of(List.of(-1), List.of(0), List.of(1)),
                classifier.layers().stream().map(ResolvedLayer::inputs).toList());
    }

    @Test
    void backboneAndClassifierTogetherHaveTheNetworksParametersUnderTheirNames() {
        ResolvedNetwork network = network(20);
        ResolvedNetwork backbone = network.firstLayers(network.features() + 1);
        assertEquals("pool", backbone.layers().getLast().name());
        assertEquals(
                network.parameters().stream().map(NamedParameter::name).toList(),
                Stream.of(backbone, network.classifier())
                        .flatMap(part -> part.parameters().stream())
                        .map(NamedParameter::name)
                        .toList());
    }
}
