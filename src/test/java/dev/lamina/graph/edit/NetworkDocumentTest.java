package dev.lamina.graph.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Node;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.layer.Conv2d;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDocumentTest {
    private static final Mpelu MPELU = new Mpelu(1, 1, Sharing.CHANNEL, 5, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoingAllRestoresTheStartAndRedoingAllTheEnd(long seed) {
        RandomEdits edits = new RandomEdits(new java.util.SplittableRandom(seed));
        Drawing start = seed % 2 == 0 ? Drawings.resNet(20) : Drawings.leNet();
        NetworkDocument document = new NetworkDocument(start);
        Set<Class<?>> done = new HashSet<>();
        List<Drawing> drawings = new ArrayList<>(List.of(start));
        for (int i = 0; i < 150; i++) {
            Edit edit = edits.next(document.drawing());
            Drawing before = document.drawing();
            boolean refused = document.apply(edit).isPresent();
            assertTrue(!refused || document.drawing() == before, "a refused edit changes nothing: " + edit);
            if (!refused) {
                done.add(edit.getClass());
                consistent(document.drawing(), edit);
            }
            document.endGesture();
            if (!document.drawing().equals(before)) {
                drawings.add(document.drawing());
            }
        }
        assertTrue(done.size() >= 10, "kinds of edits done: " + done);
        Drawing end = document.drawing();
        for (Drawing drawing : drawings.reversed().subList(1, drawings.size())) {
            document.undo();
            assertEquals(drawing, document.drawing());
        }
        assertEquals(start, document.drawing());
        assertTrue(document.state().undoNames().isEmpty());
        while (!document.state().redoNames().isEmpty()) {
            document.redo();
        }
        assertEquals(end, document.drawing());
    }

    private static void consistent(Drawing drawing, Edit edit) {
        Set<String> ids = new HashSet<>();
        drawing.graph().nodes().forEach(node -> assertTrue(ids.add(node.id()), "one node of each id after " + edit));
        drawing.graph().edges().forEach(edge -> {
            assertTrue(ids.contains(edge.from()) && ids.contains(edge.to()), edge + " hangs after " + edit);
        });
        drawing.openBlocks()
                .forEach((id, open) -> open.members()
                        .forEach(member -> assertTrue(
                                ids.contains(member) || drawing.openBlocks().containsKey(member),
                                id + " holds " + member + ", which is gone, after " + edit)));
        ids.forEach(id -> assertTrue(drawing.positions().containsKey(id), id + " has no place after " + edit));
        Presentation.of(drawing);
        BlockClosing.closeUnchanged(drawing);
    }

    @Test
    void everyActivationOfAResNet20ChangesInOneStepAndBackInOne() {
        NetworkDocument document = new NetworkDocument(Drawings.resNet(20));
        document.apply(new OpenInPlace("stage2"));
        Drawing before = document.drawing();
        document.apply(new ReplaceActivations(MPELU));
        String json = document.drawing().toString();
        assertFalse(json.contains("Relu["), json);
        assertTrue(document.state().totals().isPresent());
        assertEquals(
                new StepName("replace-activations", List.of("mpelu")),
                document.state().undoNames().getFirst());
        assertTrue(
                BlockClosing.closeUnchanged(document.drawing())
                        .graph()
                        .node("stage2")
                        .isPresent(),
                "the opened block still closes");
        document.undo();
        assertEquals(before, document.drawing());
    }

    @Test
    void consecutiveMovesOfTheSameNodesAreOneStep() {
        NetworkDocument document = new NetworkDocument(Drawings.leNet());
        Drawing start = document.drawing();
        document.apply(new MoveNodes(Set.of("conv1"), 1, 0));
        document.apply(new MoveNodes(Set.of("conv1"), 2, 5));
        assertEquals(1, document.state().undoNames().size());
        document.apply(new MoveNodes(Set.of("conv2"), 1, 0));
        assertEquals(2, document.state().undoNames().size());
        document.undo();
        document.undo();
        assertEquals(start, document.drawing());
        document.redo();
        assertEquals(start.position("conv1").plus(3, 5), document.drawing().position("conv1"));
    }

    @Test
    void typingAHyperparameterIsOneStepUntilTheGestureEnds() {
        NetworkDocument document = new NetworkDocument(Drawings.leNet());
        for (int channels : List.of(1, 16, 160)) {
            document.apply(new SetHyperparameter(
                    List.of(new Node.OfLayer("conv1", new Conv2d(channels, 5, 1, 2, 1, 1, true))), "outputChannels"));
        }
        assertEquals(1, document.state().undoNames().size());
        document.endGesture();
        document.apply(new SetHyperparameter(
                List.of(new Node.OfLayer("conv1", new Conv2d(16, 5, 1, 2, 1, 1, true))), "outputChannels"));
        assertEquals(2, document.state().undoNames().size());
    }

    @Test
    void totalsAreUnknownWhileSomethingIsWrong() {
        NetworkDocument document = new NetworkDocument(Drawings.leNet());
        assertEquals(61706, document.state().totals().orElseThrow().parameters());
        document.apply(new RemoveNodes(Set.of("flatten"), RemoveNodes.Gap.LEFT_OPEN));
        assertTrue(document.state().totals().isEmpty());
        assertTrue(document.state().diagnostics().stream()
                .anyMatch(d -> d.nodeId().equals(java.util.Optional.of("linear1"))));
        assertEquals(2416, document.state().costs().get("conv2").parameters(), "costs of other nodes stay known");
        document.undo();
        document.apply(new RemoveNodes(Set.of("activation1"), RemoveNodes.Gap.CLOSED));
        assertEquals(61706, document.state().totals().orElseThrow().parameters());
    }

    @Test
    void costsOfTheNodesAddUpToTheTotals() {
        for (Drawing drawing : List.of(Drawings.leNet(), Drawings.resNet(20))) {
            DocumentState state = new NetworkDocument(drawing).state();
            assertEquals(
                    state.totals().orElseThrow().parameters(),
                    state.costs().values().stream()
                            .mapToLong(NodeCost::parameters)
                            .sum());
            assertEquals(
                    state.totals().orElseThrow().flops(),
                    state.costs().values().stream().mapToLong(NodeCost::flops).sum());
        }
    }

    @Test
    void listenersHearEveryRevisionOnceAndMayNotEdit() {
        NetworkDocument document = new NetworkDocument(Drawings.leNet());
        List<Long> revisions = new ArrayList<>();
        document.listen(state -> revisions.add(state.revision()));
        document.apply(new AutoArrange());
        document.apply(new MoveNodes(Set.of("conv1"), 1, 1));
        document.undo();
        assertEquals(List.of(0L, 1L, 2L), revisions);
        document.listen(state -> {
            if (state.revision() > 2) {
                document.undo();
            }
        });
        assertThrows(IllegalStateException.class, () -> document.apply(new MoveNodes(Set.of("conv1"), 1, 1)));
    }
}
