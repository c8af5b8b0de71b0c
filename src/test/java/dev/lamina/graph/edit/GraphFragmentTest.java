package dev.lamina.graph.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.graph.Edge;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphFragmentTest {
    @Test
    void itsJsonReadsBackTheSame() {
        GraphFragment fragment = GraphFragment.of(Drawings.resNet(20), Set.of("stem", "stage1", "pool"));
        String json = RecordFiles.write(fragment);
        assertEquals(fragment, RecordFiles.parse(json, "clipboard", GraphFragment.class, List.of()));
    }

    @Test
    void pastingTwiceGivesFreshIdsAndTheEdgesAmongThem() {
        NetworkDocument document = new NetworkDocument(Drawings.leNet());
        GraphFragment fragment = GraphFragment.of(document.drawing(), Set.of("conv1", "activation1"));
        document.apply(new PasteFragment(fragment, 10, 20));
        document.apply(new PasteFragment(fragment, 10, 20));
        assertEquals(
                1,
                document.drawing().graph().edges().stream()
                        .filter(new Edge("conv4", "activation6", 0)::equals)
                        .count());
        assertEquals(
                document.drawing().position("conv1").plus(10, 20),
                document.drawing().position("conv3"));
    }
}
