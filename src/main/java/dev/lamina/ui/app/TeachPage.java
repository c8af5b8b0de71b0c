package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.ReadingsPane;
import dev.lamina.ui.run.RunEntry;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** What can be touched to be understood: the activation's curve with its handles, and what a run's probes see. */
final class TeachPage extends BorderPane {
    private static final double FORM_SHARE = 0.42;

    private final Texts texts;
    private final ReadingsPane readings;
    private final BorderPane left = new BorderPane();

    TeachPage(Texts texts, ReadingsPane readings) {
        this.texts = texts;
        this.readings = readings;
        setTop(new PagePurpose(texts, Workspace.TEACH));
        SplitPane split = new SplitPane(left, readings);
        split.setDividerPositions(FORM_SHARE);
        setCenter(split);
        showNone();
    }

    void show(ExperimentDocument document) {
        left.setCenter(
                new ConfigForm(texts, document, path -> path.equals("activation") || path.startsWith("activation.")));
    }

    /** Without an experiment. */
    void showNone() {
        Label none = new Label();
        none.textProperty().bind(texts.of("teach.nothingOpen"));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        left.setCenter(none);
    }

    /** The run whose readings are seen, none where it is null. */
    void enter(@Nullable RunEntry run) {
        readings.show(run);
    }
}
