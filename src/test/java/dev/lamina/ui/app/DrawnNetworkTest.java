package dev.lamina.ui.app;

import static dev.lamina.testing.FxToolkit.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.graph.edit.MoveNodes;
import dev.lamina.graph.edit.NetworkDocument;
import dev.lamina.graph.edit.OpenInPlace;
import dev.lamina.graph.edit.ReplaceActivations;
import dev.lamina.message.Language;
import dev.lamina.nn.activation.Elu;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.Shape;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.editor.EditorPane;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class DrawnNetworkTest {
    private static final String CONFIG = "{\"data\": {\"source\": \"shapes\"}, \"network\": {\"preset\": \"resnet8\"}}";

    private static ExperimentDocument document() {
        return ExperimentDocument.unsaved(RecordFiles.parse(CONFIG, "test", ExperimentConfig.class, List.of()));
    }

    private static Readiness ready() {
        return new Readiness(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(Shape.of(3, 32, 32)),
                10,
                0,
                List.of(),
                List.of());
    }

    private static NetworkDocument network(DrawnNetwork drawn) {
        return ((EditorPane) drawn.getChildren().getFirst()).document();
    }

    @Test
    void whatIsDrawnBecomesTheConfigurationsNetwork() throws Exception {
        onFx(() -> {
            ExperimentDocument document = document();
            DrawnNetwork drawn = new DrawnNetwork(Texts.in(Language.ENGLISH), document);
            drawn.show(ready());
            network(drawn).apply(new OpenInPlace("stage1"));
            network(drawn).apply(new MoveNodes(Set.of("stem"), 5, 5));
            assertNotNull(document.config().network().preset(), "looking inside and moving make no graph of a preset");
            network(drawn).apply(new ReplaceActivations(new Elu(1)));
            assertNull(document.config().network().preset());
            assertTrue(document.config().networkGraph().toString().contains("Elu["));
            assertTrue(document.config().networkGraph().node("stage1").isPresent(), "the block is saved as one");
            double before = document.config().network().positions().get("stem").x();
            network(drawn).apply(new MoveNodes(Set.of("stem"), 5, 5));
            assertEquals(
                    before + 5,
                    document.config().network().positions().get("stem").x());
            return null;
        });
    }

    @Test
    void aNetworkTypedAsJsonIsDrawnAnew() throws Exception {
        onFx(() -> {
            ExperimentDocument document = document();
            DrawnNetwork drawn = new DrawnNetwork(Texts.in(Language.ENGLISH), document);
            drawn.show(ready());
            NetworkDocument network = network(drawn);
            assertFalse(network.drawing().node("conv1").isPresent());
            document.setText(CONFIG.replace("resnet8", "lenet5"));
            drawn.show(ready());
            assertTrue(network.drawing().node("conv1").isPresent());
            assertNotNull(document.config().network().preset());
            return null;
        });
    }
}
