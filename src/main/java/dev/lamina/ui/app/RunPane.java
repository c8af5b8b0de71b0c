package dev.lamina.ui.app;

import dev.lamina.ui.figure.FigureWindow;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.CheckpointMenu;
import dev.lamina.ui.run.LiveCharts;
import dev.lamina.ui.run.LiveSettingsPane;
import dev.lamina.ui.run.LogView;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunList;
import dev.lamina.ui.run.RunViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Live charts with runs, live settings and log beside them; where runs are compared, their list stands before the charts. */
final class RunPane extends BorderPane {
    private static final double MOST_SMOOTHING = 0.98;
    private static final double LIST_SHARE = 0.3;
    private static final double LEAST_LIST = 60;

    /** What it is used for. */
    enum Arrangement {
        TRAINING,
        COMPARING
    }

    private final Texts texts;
    private final RunViewModel runs;
    private final LiveCharts charts;
    private final RunList compared;
    private final RunSide side;
    private final SplitPane training = new SplitPane();
    private final SplitPane comparing = new SplitPane();
    private final KeptShare widths;
    private final LiveSettingsPane live;
    private Arrangement arrangement = Arrangement.TRAINING;

    /**
     * @param reveal shows a folder
     * @param share of the width that the charts have
     */
    RunPane(
            Services services,
            RunViewModel runs,
            ObservableValue<Appearance> appearance,
            RunActions actions,
            Consumer<Path> reveal,
            double share) {
        this.texts = services.texts();
        this.runs = runs;
        this.live = new LiveSettingsPane(texts, runs);
        this.charts = new LiveCharts(texts, appearance.getValue(), services.painter(), services.fx(), runs::measure);
        this.compared = new RunList(texts, runs, appearance, actions::resume);
        this.side = new RunSide(texts);
        this.widths = new KeptShare(training, FxExecutor.afterwards(), share);
        CheckpointMenu menu = new CheckpointMenu(texts, runs, actions::branch, reveal);
        charts.onFigure(request -> FigureWindow.open(
                getScene() == null ? null : getScene().getWindow(),
                texts,
                request,
                services.background(),
                services.fx()));
        charts.onPicked((run, pick) -> menu.show(charts, run, pick));
        side.setMinWidth(180);
        RunList list = new RunList(texts, runs, appearance, actions::resume);
        // It takes what the settings below it leave.
        list.setPrefHeight(LEAST_LIST);
        side.add("side.runs", Material2OutlinedAL.FORMAT_LIST_BULLETED, list, Priority.ALWAYS, RunSide.First.SHOWN);
        side.add("side.live", Material2OutlinedMZ.TUNE, livePanel(), Priority.NEVER, RunSide.First.SHOWN);
        LogView log = new LogView(texts, runs);
        side.add("side.log", Material2OutlinedAL.DESCRIPTION, log, Priority.ALWAYS, RunSide.First.FOLDED);
        side.foldedProperty().addListener(_ -> arrange());
        InvalidationListener shown = _ -> show();
        runs.entries().addListener((ListChangeListener<RunEntry>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(entry -> entry.shownProperty().addListener(shown));
            }
            show();
        });
        arrange();
    }

    LiveCharts charts() {
        return charts;
    }

    RunSide side() {
        return side;
    }

    /** Share of the width that the charts have while it trains. */
    double share() {
        return widths.share();
    }

    /** Puts its parts where they are needed. */
    void arrange(Arrangement wanted) {
        if (wanted != arrangement) {
            arrangement = wanted;
            arrange();
        }
    }

    private void arrange() {
        training.getItems().clear();
        comparing.getItems().clear();
        switch (arrangement) {
            case TRAINING -> {
                training.getItems().setAll(side.foldedProperty().get() ? List.of(charts) : List.of(charts, side));
                widths.restore();
                setCenter(training);
                setRight(side.rail());
            }
            case COMPARING -> {
                comparing.getItems().setAll(compared, charts);
                comparing.setDividerPositions(LIST_SHARE);
                setCenter(comparing);
                setRight(null);
            }
        }
    }

    /** Shows the numbers of now. */
    void tick() {
        live.tick();
    }

    private Region livePanel() {
        Slider smoothing = new Slider(0, MOST_SMOOTHING, 0);
        smoothing.setId("smoothing");
        smoothing.setBlockIncrement(0.1);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("smoothing.tip"));
        smoothing.setTooltip(tip);
        smoothing.valueProperty().addListener((_, _, weight) -> charts.setSmoothing(weight.doubleValue()));
        Label name = new Label();
        name.textProperty().bind(texts.of("smoothing"));
        name.setLabelFor(smoothing);
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(smoothing, Priority.ALWAYS);
        HBox line = new HBox(8, name, smoothing);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("live-panel");
        ScrollPane scroll = new ScrollPane(new VBox(live, line));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    /** The run that goes on stands in front of the others. */
    private void show() {
        List<RunEntry> shown = new ArrayList<>(runs.entries().stream()
                .filter(entry -> entry.shownProperty().get())
                .toList());
        RunEntry current = runs.current();
        if (current != null && shown.remove(current)) {
            shown.addFirst(current);
        }
        charts.show(shown);
    }
}
