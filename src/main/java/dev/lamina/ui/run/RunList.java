package dev.lamina.ui.run;

import dev.lamina.metric.Tags;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
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
import javafx.scene.shape.Rectangle;

/**
 * The runs, each with a box that puts its curves into the charts, those of a sweep below its head. The space bar ticks one,
 * or all of a sweep; Enter goes on with it.
 */
public final class RunList extends ListView<RunRow> {
    private static final double MEMBER_INDENT = 14;

    private final Texts texts;
    private final KnownRuns known;
    private final ObservableValue<Appearance> appearance;
    private final Consumer<RunRow> resume;

    /**
     * @param appearance in whose colors curves are drawn
     * @param resume goes on with a run, or a sweep, that was stopped or failed
     */
    public RunList(Texts texts, RunViewModel runs, ObservableValue<Appearance> appearance, Consumer<RunRow> resume) {
        this.appearance = appearance;
        WhileUsed.listen(this, appearance, this::refresh);
        this.texts = texts;
        this.known = runs.known();
        this.resume = resume;
        getStyleClass().add("edge-to-edge");
        setId("runs");
        accessibleTextProperty().bind(texts.of("side.runs.tip"));
        setCellFactory(_ -> new Cell());
        Label none = new Label();
        none.textProperty().bind(texts.of("runs.none"));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        setPlaceholder(none);
        setOnKeyPressed(event -> {
            RunRow chosen = getSelectionModel().getSelectedItem();
            if (chosen != null && event.getCode() == KeyCode.SPACE) {
                tick(chosen);
            } else if (chosen != null && event.getCode() == KeyCode.ENTER && chosen.resumable()) {
                resume.accept(chosen);
            }
        });
        known.entries().addListener((InvalidationListener) _ -> arrange());
        known.sweeps().addListener((InvalidationListener) _ -> arrange());
        arrange();
    }

    /** A sweep stands where its newest run does; one that has none yet stands first. */
    private void arrange() {
        Set<RunRow> rows = new LinkedHashSet<>();
        known.sweeps().stream().filter(sweep -> sweep.members().isEmpty()).forEach(rows::add);
        for (RunEntry run : known.entries()) {
            Optional<SweepEntry> sweep = known.sweepOf(run);
            sweep.ifPresent(head -> {
                rows.add(head);
                rows.addAll(head.members());
            });
            rows.add(run);
        }
        if (!List.copyOf(rows).equals(getItems())) {
            getItems().setAll(rows);
        }
    }

    private static void tick(RunRow row) {
        List<RunEntry> runs = switch (row) {
            case RunEntry run -> List.of(run);
            case SweepEntry sweep -> List.copyOf(sweep.members());
        };
        boolean all = runs.stream().allMatch(run -> run.shownProperty().get());
        runs.forEach(run -> run.shownProperty().set(!all));
    }

    private final class Cell extends ListCell<RunRow> {
        private final CheckBox box = new CheckBox();
        private final Label name = new Label();
        private final Label summary = new Label();
        private final Label badge = new Label();
        private final VBox text = new VBox();
        private final HBox line;

        Cell() {
            summary.getStyleClass().add("muted");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            box.managedProperty().bind(box.visibleProperty());
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox title = new HBox(8, name, badge);
            title.setAlignment(Pos.CENTER_LEFT);
            text.getChildren().setAll(title, summary);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            line = new HBox(8, box, text);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
            WhatIsThis.explain(
                    this,
                    () -> Stream.of(Tags.TEST_ACCURACY, Tags.GBR)
                            .map(tag -> Explanation.of(tag, texts))
                            .toList());
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            if (getItem() instanceof RunEntry before) {
                box.selectedProperty().unbindBidirectional(before.shownProperty());
            }
            super.updateItem(row, empty);
            badge.textProperty().unbind();
            summary.textProperty().unbind();
            setGraphic(empty || row == null ? null : line);
            setContextMenu(null);
            setTooltip(null);
            if (!empty && row != null) {
                show(row);
            }
        }

        private void show(RunRow row) {
            name.setText(String.valueOf(row.folder().getFileName()));
            line.setPadding(new Insets(0, 0, 0, isMember(row) ? MEMBER_INDENT : 0));
            switch (row) {
                case RunEntry run -> showRun(run);
                case SweepEntry sweep -> showSweep(sweep);
            }
            badge.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> badgeText(row.stateProperty().get()), row.stateProperty(), texts.languageProperty()));
            Tooltip tip = new Tooltip();
            tip.textProperty()
                    .bind(Bindings.concat(name.textProperty(), "\n", summary.textProperty(), "\n", row.folder()));
            setTooltip(tip);
            MenuItem goOn = new MenuItem();
            goOn.textProperty().bind(texts.of(row instanceof SweepEntry ? "runs.resumeSweep" : "runs.resume"));
            goOn.setOnAction(_ -> resume.accept(row));
            goOn.disableProperty().bind(Bindings.createBooleanBinding(() -> !row.resumable(), row.stateProperty()));
            setContextMenu(new ContextMenu(goOn));
        }

        private void showRun(RunEntry run) {
            box.setVisible(true);
            box.selectedProperty().bindBidirectional(run.shownProperty());
            line.getChildren().setAll(box, swatch(run), text);
            name.getStyleClass().setAll("label");
            summary.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> run.summaryProperty()
                                    .get()
                                    .map(how -> how.text(texts))
                                    .orElse(""),
                            run.summaryProperty(),
                            texts.languageProperty()));
        }

        private void showSweep(SweepEntry sweep) {
            box.setVisible(false);
            line.getChildren().setAll(text);
            name.getStyleClass().setAll("label", "sweep-name");
            summary.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> texts.get("runs.sweep", sweep.done(), sweep.planned()),
                            sweep.members(),
                            texts.languageProperty()));
        }

        /** The color of its curves while others are seen beside them. */
        private Rectangle swatch(RunEntry run) {
            Rectangle swatch = RunNames.swatch(run, appearance.getValue());
            swatch.visibleProperty().bind(run.shownProperty());
            return swatch;
        }

        private boolean isMember(RunRow row) {
            return row instanceof RunEntry run && known.sweepOf(run).isPresent();
        }

        private String badgeText(RunState state) {
            badge.getStyleClass()
                    .setAll("label", "badge", "badge-" + state.name().toLowerCase(Locale.ROOT));
            return texts.get("state." + state);
        }
    }
}
