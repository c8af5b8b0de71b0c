package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.ReadingsPane;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.teach.PlaneLab;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * What can be touched to be understood: the laboratory of the plane, made when it is first seen; the activation's curve with
 * its handles, and what a run's probes see.
 */
final class TeachPage extends BorderPane {
    private static final double FORM_SHARE = 0.42;

    private final Texts texts;
    private final ReadingsPane readings;
    private final BorderPane left = new BorderPane();
    private final Tab plane = new Tab();
    private final Supplier<PlaneLab> laboratory;
    private Optional<PlaneLab> made = Optional.empty();

    TeachPage(Texts texts, ReadingsPane readings, Supplier<PlaneLab> laboratory) {
        this.laboratory = laboratory;
        this.texts = texts;
        this.readings = readings;
        SplitPane split = new SplitPane(left, readings);
        split.setDividerPositions(FORM_SHARE);
        Tab touch = new Tab();
        touch.setContent(new BorderPane(split, new PagePurpose(texts, Workspace.TEACH), null, null, null));
        touch.textProperty().bind(texts.of("teach.touch"));
        plane.textProperty().bind(texts.of("teach.plane"));
        TabPane tabs = new TabPane(plane, touch);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("teach-tabs");
        setCenter(tabs);
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
        if (made.isEmpty()) {
            PlaneLab lab = laboratory.get();
            made = Optional.of(lab);
            plane.setContent(lab);
        }
    }

    /** Ends what is trained here. */
    void close() {
        made.ifPresent(PlaneLab::close);
    }
}
