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
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.DropSchedule;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.Dropping;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastNormTest {
    private static final Shape IMAGE = Shape.of(3, 32, 32);

    private static ResolvedNetwork resolve(NetworkGraph graph) {
        return NetworkResolver.resolve(graph, IMAGE, 10).orThrow();
    }

    private static List<String> lastLayers(Preset preset, Dropping dropped) {
        NetworkGraph graph = preset.graph(new Relu(), new SoftmaxHead(true, 0));
        NetworkGraph dropping = LastNorm.followedBy(dropped, graph, resolve(graph));
        List<String> names =
                resolve(dropping).layers().stream().map(ResolvedLayer::name).toList();
        return names.subList(names.size() - 4, names.size());
    }

    @Test
    void elementsAreDroppedBehindThePoolThatFollowsTheLastNormalization() {
        for (Preset preset : List.of(
                new CifarResNet(8, 4, Shortcut.PROJECTION),
                new PreActCifarResNet(11, 4, Shortcut.PROJECTION),
                new Vgg(11, 4))) {
            assertEquals(
                    List.of("pool", "dropping", "head/logits"),
                    lastLayers(preset, new Dropout(0.5)).subList(1, 4));
        }
    }

    @Test
    void blocksAreDroppedInFrontOfIt() {
        DropBlock blocks = new DropBlock(3, 0.1, DropSchedule.CONSTANT);
        assertEquals(
                List.of("stage3/block1/activation2", "dropping", "pool", "head/logits"),
                lastLayers(new CifarResNet(8, 4, Shortcut.PROJECTION), blocks));
        assertEquals(
                List.of("activation", "dropping", "pool", "head/logits"),
                lastLayers(new PreActCifarResNet(11, 4, Shortcut.PROJECTION), blocks));
        assertEquals(
                List.of("dropping", "pool", "head/logits"),
                lastLayers(new Vgg(11, 4), blocks).subList(1, 4));
    }

    /** The head's own one is behind what is dropped. */
    @Test
    void theNormalizationOfTheHeadIsNotTheLastOne() {
        NetworkGraph graph =
                new CifarResNet(8, 4, Shortcut.PROJECTION).graph(new Relu(), new SoftmaxHead(true, 0).underEqualNorm());
        List<String> names = resolve(LastNorm.followedBy(new Dropout(0.5), graph, resolve(graph))).layers().stream()
                .map(ResolvedLayer::name)
                .toList();
        assertEquals(
                List.of("pool", "dropping", "head/logits", "head/norm"), names.subList(names.size() - 4, names.size()));
    }

    @Test
    void aNetworkWithoutNormalizationIsRefused() {
        NetworkGraph graph = new LeNet5(6).graph(new Relu(), new SoftmaxHead(true, 0));
        BadInputException refused = assertThrows(
                BadInputException.class, () -> LastNorm.followedBy(new Dropout(0.5), graph, resolve(graph)));
        assertTrue(refused.getMessage().contains("no batch normalization"), refused.getMessage());
    }
}
