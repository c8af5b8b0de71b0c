package dev.lamina.ui.app;

import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The run pane as one line: what the last run came to, and the way to its charts. */
final class RunStrip extends HBox {
    private final Texts texts;
    private final RunViewModel runs;
    private final Label said = new Label();
    private final Button open = new Button();

    RunStrip(Texts texts, RunViewModel runs) {
        super(8);
        this.texts = texts;
        this.runs = runs;
        setId("run-strip");
        getStyleClass().add("run-strip");
        setAlignment(Pos.CENTER_LEFT);
        said.setGraphic(new FontIcon(Material2OutlinedMZ.SHOW_CHART));
        said.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        open.setId("run-open");
        open.getStyleClass().addAll("flat", "small");
        open.setGraphic(new FontIcon(Material2AL.EXPAND_LESS));
        open.textProperty().bind(texts.of("runStrip.open"));
        open.setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("runPane.tip"));
        open.setTooltip(tip);
        getChildren().addAll(said, space, open);
        WhileUsed.listen(this, runs.entries(), this::show);
        WhileUsed.listen(this, runs.stateProperty(), this::show);
        WhileUsed.listen(this, texts.languageProperty(), this::show);
        show();
    }

    /** What the line's button does. */
    void onOpened(Runnable action) {
        open.setOnAction(_ -> action.run());
    }

    /** Says anew how far the run came. */
    void show() {
        RunEntry last = runs.current();
        said.setText(
                last == null
                        ? texts.get("runStrip.none")
                        : last.name() + " · "
                                + texts.get("state." + last.stateProperty().get())
                                + last.summaryProperty()
                                        .get()
                                        .map(summary -> " · " + summary.text(texts))
                                        .orElse(""));
    }
}
