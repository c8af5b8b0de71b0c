package dev.lamina.ui.run;

import dev.lamina.ui.fx.Texts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The runs, each with a box that puts its curves into the charts. The space bar ticks it, Enter goes on with it. */
public final class RunList extends ListView<RunEntry> {
    private final Texts texts;
    private final Consumer<RunEntry> resume;

    /** @param resume goes on with a run that was stopped or failed */
    public RunList(Texts texts, RunViewModel runs, Consumer<RunEntry> resume) {
        super(runs.entries());
        this.texts = texts;
        this.resume = resume;
        getStyleClass().add("edge-to-edge");
        setCellFactory(_ -> new Cell());
        Label none = new Label();
        none.textProperty().bind(texts.of("runs.none"));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        setPlaceholder(none);
        setOnKeyPressed(event -> {
            RunEntry chosen = getSelectionModel().getSelectedItem();
            if (chosen != null && event.getCode() == KeyCode.SPACE) {
                chosen.shownProperty().set(!chosen.shownProperty().get());
            } else if (chosen != null && event.getCode() == KeyCode.ENTER && canResume(chosen)) {
                resume.accept(chosen);
            }
        });
    }

    private static boolean canResume(RunEntry entry) {
        RunState state = entry.stateProperty().get();
        return state == RunState.STOPPED || state == RunState.FAILED;
    }

    private final class Cell extends ListCell<RunEntry> {
        private final CheckBox box = new CheckBox();
        private final Label name = new Label();
        private final Label summary = new Label();
        private final Label badge = new Label();
        private final HBox line;

        Cell() {
            summary.getStyleClass().add("muted");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            VBox text = new VBox(name, summary);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            line = new HBox(8, box, text, badge);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RunEntry entry, boolean empty) {
            RunEntry before = getItem();
            if (before != null) {
                box.selectedProperty().unbindBidirectional(before.shownProperty());
            }
            super.updateItem(entry, empty);
            badge.textProperty().unbind();
            summary.textProperty().unbind();
            setGraphic(empty || entry == null ? null : line);
            if (!empty && entry != null) {
                show(entry);
            }
        }

        private void show(RunEntry entry) {
            box.selectedProperty().bindBidirectional(entry.shownProperty());
            name.setText(String.valueOf(entry.folder().getFileName()));
            summary.textProperty().bind(entry.summaryProperty());
            badge.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> badgeText(entry.stateProperty().get()),
                            entry.stateProperty(),
                            texts.languageProperty()));
            Tooltip tip = new Tooltip(entry.folder().toString());
            setTooltip(tip);
            MenuItem goOn = new MenuItem();
            goOn.textProperty().bind(texts.of("runs.resume"));
            goOn.setOnAction(_ -> resume.accept(entry));
            goOn.disableProperty().bind(Bindings.createBooleanBinding(() -> !canResume(entry), entry.stateProperty()));
            setContextMenu(new ContextMenu(goOn));
        }

        private String badgeText(RunState state) {
            badge.getStyleClass()
                    .setAll("label", "badge", "badge-" + state.name().toLowerCase(Locale.ROOT));
            return texts.get("state." + state);
        }
    }
}
