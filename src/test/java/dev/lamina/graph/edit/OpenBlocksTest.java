package dev.lamina.graph.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.NetworkConfig;
import dev.lamina.graph.Node;
import dev.lamina.graph.Position;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenBlocksTest {
    @Test
    void openingAndClosingLeavesNetworkAndLayoutAsTheyWere() {
        Drawing start = Drawings.resNet(20);
        NetworkDocument document = new NetworkDocument(start);
        long parameters = document.state().totals().orElseThrow().parameters();
        assertTrue(document.apply(new OpenInPlace("stage2")).isEmpty());
        assertTrue(document.apply(new OpenInPlace("stage2-block1")).isEmpty());
        assertTrue(document.drawing().node("stage2").isEmpty());
        assertTrue(document.drawing().node("stage2-block1-shortcut").isPresent());
        assertEquals(parameters, document.state().totals().orElseThrow().parameters());
        assertEquals(
                start.graph(),
                BlockClosing.closeUnchanged(document.drawing()).graph(),
                "a look inside changes no network");
        assertTrue(document.apply(new CloseInPlace("stage2")).isEmpty());
        assertEquals(start, document.drawing());
    }

    @Test
    void whatIsSavedOpensAgainWithItsLayout() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new MoveNodes(Set.of("head"), 3, 400));
        document.apply(new OpenInPlace("stage2"));
        Drawing saved = BlockClosing.closeUnchanged(document.drawing());
        NetworkConfig config = new NetworkConfig(null, saved.graph(), saved.positions());
        String json = RecordFiles.write(config);
        NetworkConfig read = RecordFiles.parse(json, "saved", NetworkConfig.class, List.of());
        assertEquals(config, read);
        assertEquals(saved, AutoLayout.of(saved.graph(), read.positions(), saved.exampleShape(), 10));
        assertEquals(Drawings.resNet(20), AutoLayout.of(saved.graph(), Map.of(), saved.exampleShape(), 10));
    }

    @Test
    void anUnchangedBlockFollowsTheShapeThatEntersIt() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new OpenInPlace("stage1"));
        document.apply(new OpenInPlace("stage1-block1"));
        Drawing before = document.drawing();
        assertTrue(before.node("stage1-block1-shortcut").isEmpty());
        document.apply(new SetHyperparameter(
                List.of(new Node.OfBlock("stem", new ConvNormActivation(24, 3, 1, new Relu()))), "outputChannels"));
        assertTrue(document.drawing().node("stage1-block1-shortcut").isPresent(), "16 channels are added to 24");
        assertTrue(document.state().totals().isPresent());
        assertTrue(BlockClosing.closeUnchanged(document.drawing())
                .graph()
                .node("stage1")
                .isPresent());
        document.undo();
        assertEquals(before, document.drawing());
    }

    @Test
    void framesHoldTheirCardsAndNoOthers() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new OpenInPlace("stage2"));
        document.apply(new OpenInPlace("stage2-block1"));
        Presentation shown = Presentation.of(document.drawing());
        assertEquals(
                List.of("stage2", "stage2-block1"), List.copyOf(shown.frames().keySet()));
        shown.frames().forEach((id, frame) -> {
            Set<String> inside = document.drawing().nodesOf(Set.of(id));
            shown.cards().forEach((card, box) -> assertEquals(inside.contains(card), box.intersects(frame), card));
        });
        List<Box> cards = List.copyOf(shown.cards().values());
        for (int i = 0; i < cards.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(cards.get(i).intersects(cards.get(j)), cards.get(i) + " lies on " + cards.get(j));
            }
        }
    }

    @Test
    void aChangedBlockIsFoldedAndItsInsideStaysInTheNetwork() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new OpenInPlace("stage1"));
        document.apply(new OpenInPlace("stage1-block1"));
        var edge = document.drawing().graph().edges().stream()
                .filter(e -> e.from().equals("stage1-block1-conv1"))
                .findFirst()
                .orElseThrow();
        document.apply(new SpliceNode(new Node.OfLayer("dropout", new Dropout(0.5)), Position.ORIGIN, edge));
        assertEquals("stage1-block1", document.drawing().enclosing("dropout").orElseThrow());
        document.apply(new CloseInPlace("stage1"));
        assertTrue(document.drawing().openBlocks().get("stage1").folded());
        assertTrue(BlockClosing.closeUnchanged(document.drawing())
                .graph()
                .node("dropout")
                .isPresent());
        assertTrue(BlockClosing.closeUnchanged(document.drawing())
                .graph()
                .node("stage1")
                .isEmpty());
        Presentation shown = Presentation.of(document.drawing());
        assertTrue(shown.cards().containsKey("stage1"));
        assertFalse(shown.cards().containsKey("dropout"));
        assertTrue(shown.wires().stream().anyMatch(w -> w.from().equals("stem") && w.to().equals("stage1")));
        document.apply(new OpenInPlace("stage1"));
        assertTrue(Presentation.of(document.drawing()).cards().containsKey("dropout"));
    }

    @Test
    void whatLiesAroundABlockMakesRoomInADrawingLaidOutByHand() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new MoveNodes(Set.of("head"), 3, 400));
        Map<String, Position> before = document.drawing().positions();
        document.apply(new OpenInPlace("stage1"));
        Presentation shown = Presentation.of(document.drawing());
        Box frame = shown.frames().get("stage1");
        shown.cards().forEach((id, box) -> assertEquals(id.startsWith("stage1-"), box.intersects(frame), id));
        document.apply(new CloseInPlace("stage1"));
        before.forEach((id, at) -> {
            assertEquals(at.x(), document.drawing().position(id).x(), 1e-9, id);
            assertEquals(at.y(), document.drawing().position(id).y(), 1e-9, id);
        });
    }

    @Test
    void aBlockWhoseInputIsUnknownIsNotOpened() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new RemoveNodes(Set.of("stem"), RemoveNodes.Gap.LEFT_OPEN));
        assertEquals(
                "open-unknown-shape",
                document.apply(new OpenInPlace("stage1")).orElseThrow().reason());
        assertEquals(
                "no-block",
                document.apply(new OpenInPlace("pool")).orElseThrow().reason());
    }

    @Test
    void resNet110OpensQuickly() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(110));
        for (int stage = 1; stage <= 3; stage++) {
            assertTrue(document.apply(new OpenInPlace("stage" + stage)).isEmpty());
        }
        for (int block = 1; block <= 18; block++) {
            assertTrue(document.apply(new OpenInPlace("stage1-block" + block)).isEmpty());
        }
        assertTrue(document.drawing().graph().nodes().size() > 150);
        long start = System.nanoTime();
        document.apply(new SetHyperparameter(
                List.of(new Node.OfLayer("stage1-block3-conv1", Conv2d.same(16, 5, 1))), "kernelSize"));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 1, "one edit took " + seconds + " s");
    }

    @Test
    void aBlockIsRepeatedAndSingleAgain() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        Drawing start = document.drawing();
        document.apply(new RepeatBlock("stage3", 1));
        assertTrue(document.state().totals().isPresent());
        document.apply(new RepeatBlock("stage3", 3));
        assertEquals(start, document.drawing());
        assertEquals(
                "not-repeatable",
                document.apply(new RepeatBlock("pool", 2)).orElseThrow().reason());
    }
}
