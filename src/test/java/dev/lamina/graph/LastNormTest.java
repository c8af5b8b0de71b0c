package dev.lamina.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.preset.CifarResNet;
import dev.lamina.graph.preset.LeNet5;
import dev.lamina.graph.preset.PreActCifarResNet;
import dev.lamina.graph.preset.Preset;
import dev.lamina.graph.preset.Vgg;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.Shortcut;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastNormTest {
    private static final Shape IMAGE = Shape.of(3, 32, 32);

    private static ResolvedNetwork resolve(NetworkGraph graph) {
        return NetworkResolver.resolve(graph, IMAGE, 10).orThrow();
    }

    private static List<String> lastLayers(Preset preset) {
        NetworkGraph graph = preset.graph(new Relu(), new SoftmaxHead(true, 0));
        NetworkGraph dropping = LastNorm.followedBy(new Dropout(0.5), graph, resolve(graph));
        List<String> names =
                resolve(dropping).layers().stream().map(ResolvedLayer::name).toList();
        return names.subList(names.size() - 4, names.size());
    }

    @Test
    void elementsAreDroppedBehindTheLastNormalizationAndItsActivation() {
        assertEquals(
                List.of("stage3/block1/activation2", "dropping", "pool", "head/logits"),
                lastLayers(new CifarResNet(8, 4, Shortcut.PROJECTION)));
        assertEquals(
                List.of("activation", "dropping", "pool", "head/logits"),
                lastLayers(new PreActCifarResNet(11, 4, Shortcut.PROJECTION)));
        assertEquals(
                List.of("dropping", "pool", "head/logits"),
                lastLayers(new Vgg(11, 4)).subList(1, 4));
    }

    @Test
    void aNetworkWithoutNormalizationIsRefused() {
        NetworkGraph graph = new LeNet5(6).graph(new Relu(), new SoftmaxHead(true, 0));
        BadInputException refused = assertThrows(
                BadInputException.class, () -> LastNorm.followedBy(new Dropout(0.5), graph, resolve(graph)));
        assertTrue(refused.getMessage().contains("no batch normalization"), refused.getMessage());
    }
}
