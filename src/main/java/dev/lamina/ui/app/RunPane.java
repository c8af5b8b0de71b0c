package dev.lamina.ui.app;

import dev.lamina.ui.figure.FigureWindow;
import dev.lamina.ui.fx.Appearance;
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
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Live charts on the left; runs, live settings and log on the right. */
final class RunPane extends SplitPane {
    private static final double MOST_SMOOTHING = 0.98;

    private final Texts texts;
    private final RunViewModel runs;
    private final LiveCharts charts;
    private final TabPane side = new TabPane();
    private final LiveSettingsPane live;

    /** @param reveal shows a folder */
    RunPane(Services services, RunViewModel runs, Appearance appearance, RunActions actions, Consumer<Path> reveal) {
        this.texts = services.texts();
        this.runs = runs;
        this.live = new LiveSettingsPane(texts, runs);
        this.charts = new LiveCharts(texts, appearance, services.painter(), services.fx(), runs::measure);
        CheckpointMenu menu = new CheckpointMenu(texts, runs, actions::branch, reveal);
        charts.onFigure(request -> FigureWindow.open(
                getScene() == null ? null : getScene().getWindow(),
                texts,
                request,
                services.background(),
                services.fx()));
        charts.onPicked((run, pick) -> menu.show(charts, run, pick));
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.setMinWidth(180);
        side.getTabs()
                .addAll(
                        tab("side.runs", new RunList(texts, runs, actions::resume)),
                        tab("side.live", livePanel()),
                        tab("side.log", new LogView(texts, runs)));
        getItems().addAll(charts, side);
        InvalidationListener shown = _ -> show();
        runs.entries().addListener((ListChangeListener<RunEntry>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(entry -> entry.shownProperty().addListener(shown));
            }
            show();
        });
    }

    LiveCharts charts() {
        return charts;
    }

    /** Shows the numbers of now. */
    void tick() {
        live.tick();
    }

    TabPane side() {
        return side;
    }

    private Node livePanel() {
        BorderPane pane = new BorderPane(live);
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
        HBox line = new HBox(8, name, smoothing);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("live-panel");
        pane.setTop(line);
        return pane;
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.setId(key.replace('.', '-'));
        tab.textProperty().bind(texts.of(key));
        tab.setContent(content);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key + ".tip"));
        tab.setTooltip(tip);
        return tab;
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
