package dev.lamina.ui.run;

import dev.lamina.ui.chart.AxisNames;
import dev.lamina.ui.chart.ChartLook;
import dev.lamina.ui.chart.ChartPane;
import dev.lamina.ui.chart.ChartView;
import dev.lamina.ui.chart.Legend;
import dev.lamina.ui.chart.LiveChart;
import dev.lamina.ui.chart.Pick;
import dev.lamina.ui.chart.RampLegend;
import dev.lamina.ui.chart.ValueScale;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** The live charts side by side. {@link #tick} draws what is new; it is called as often as pictures are wanted. */
public final class LiveCharts extends GridPane {
    private final Map<ChartKind, LiveChart> charts = new EnumMap<>(ChartKind.class);
    private final Map<ChartKind, Long> drawn = new EnumMap<>(ChartKind.class);
    private final TabPane tabs = new TabPane();
    private final PaintPace pace = new PaintPace(Runtime.getRuntime().availableProcessors());
    private final Texts texts;
    private final RunChartData data;

    public LiveCharts(Texts texts, Appearance appearance, Executor worker, FxExecutor fx) {
        this.texts = texts;
        this.data = new RunChartData(texts);
        DrawnTogether together = new DrawnTogether(worker, fx, pace::drew);
        for (ChartKind kind : ChartKind.values()) {
            ChartPane pane = new ChartPane(
                    names(kind), view(kind, appearance), () -> data.of(kind), together::draw, together::show);
            charts.put(kind, new LiveChart(texts, kind.textKey(), legend(kind), pane));
        }
        LiveChart updates = chart(ChartKind.UPDATES);
        updates.addToLegend(new RampLegend(texts, "updates.first", "updates.last", updates.pane()));
        lay();
        texts.languageProperty()
                .addListener(_ -> charts.forEach((kind, chart) -> chart.pane().rename(names(kind))));
    }

    private static ChartView view(ChartKind kind, Appearance appearance) {
        Set<String> hidden = kind == ChartKind.ACCURACY
                ? Set.of(Quantity.NORM_PRODUCT.name(), Quantity.WEIGHT_DECAY_BOUND.name())
                : Set.of();
        return new ChartView(Optional.empty(), 0, kind.scale(), ValueScale.LOGARITHMIC, hidden, look(appearance));
    }

    private static List<Legend> legend(ChartKind kind) {
        return kind.quantities().size() == 1
                ? List.of()
                : kind.quantities().stream()
                        .map(q -> new Legend(q.name(), q.textKey(), q.color(), q.presence()))
                        .toList();
    }

    private void lay() {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("chart-tabs");
        tabs.getTabs().addAll(tab(ChartKind.LOSS), tab(ChartKind.UPDATES));
        tabs.getSelectionModel().selectedItemProperty().addListener(_ -> drawn.clear());
        add(chart(ChartKind.ACCURACY), 0, 0, 1, 2);
        add(tabs, 1, 0, 1, 2);
        add(chart(ChartKind.LEARNING_RATE), 2, 0);
        add(chart(ChartKind.THROUGHPUT), 2, 1);
        for (double percent : new double[] {44, 33, 23}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            getColumnConstraints().add(column);
        }
        for (int row = 0; row < 2; row++) {
            RowConstraints half = new RowConstraints();
            half.setPercentHeight(50);
            getRowConstraints().add(half);
        }
    }

    private Tab tab(ChartKind kind) {
        LiveChart chart = chart(kind);
        chart.hideTitle();
        Tab tab = new Tab();
        tab.setId("chart-" + kind);
        tab.textProperty().bind(texts.of(kind.textKey()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(kind.textKey() + ".tip"));
        tab.setTooltip(tip);
        tab.setContent(chart);
        return tab;
    }

    public LiveChart chart(ChartKind kind) {
        return Objects.requireNonNull(charts.get(kind));
    }

    /** Where the charts are that share their place with others. */
    public TabPane tabs() {
        return tabs;
    }

    /** What happens when a person chooses a point of a run's curve. */
    public void onPicked(BiConsumer<RunEntry, Pick> action) {
        panes().forEach(pane -> pane.onPicked(pick -> {
            List<RunEntry> shown = data.runs();
            if (pick.run() < shown.size()) {
                action.accept(shown.get(pick.run()), pick);
            }
        }));
    }

    /** The runs to be seen, the one in the foreground first. */
    public void show(List<RunEntry> runs) {
        data.show(runs);
        drawn.clear();
        pace.restart();
        drawNew();
    }

    /** The next {@link #tick} draws, however short a time ago the last one did. */
    public void hurry() {
        pace.restart();
    }

    /**
     * Draws the charts for which something is new since the last time, unless that was too short a time ago.
     *
     * @return whether it was long enough ago
     */
    public boolean tick() {
        boolean due = pace.begin(System.nanoTime());
        if (due) {
            drawNew();
        }
        return due;
    }

    private void drawNew() {
        charts.forEach((kind, chart) -> {
            long revision = data.revision(kind);
            if (!Objects.equals(drawn.get(kind), revision)) {
                chart.setPresent(data.present(kind));
                // One that nobody sees yet, as on a tab that is just coming to the front, has its turn later.
                if (chart.pane().refresh()) {
                    drawn.put(kind, revision);
                }
            }
        });
    }

    public void setAppearance(Appearance appearance) {
        panes().forEach(pane ->
                pane.viewProperty().set(pane.viewProperty().get().withLook(look(appearance))));
    }

    /** @param weight of the past, 0 for none, below 1 */
    public void setSmoothing(double weight) {
        panes().forEach(pane ->
                pane.viewProperty().set(pane.viewProperty().get().withSmoothing(weight)));
    }

    /** Shows all that there is in every chart. */
    public void follow() {
        panes().forEach(ChartPane::follow);
    }

    /** Draws every chart, whether anything is new or not. */
    public void refreshAll() {
        panes().forEach(ChartPane::refresh);
    }

    private Stream<ChartPane> panes() {
        return charts.values().stream().map(LiveChart::pane);
    }

    private AxisNames names(ChartKind kind) {
        return switch (kind) {
            case ACCURACY -> new AxisNames(texts.get("axis.epoch"), texts.get("axis.accuracy"), texts.get("axis.gbr"));
            case LOSS -> new AxisNames(texts.get("axis.epoch"), texts.get("axis.loss"), "");
            case UPDATES -> new AxisNames(texts.get("axis.epoch"), texts.get("axis.update"), "");
            case LEARNING_RATE, THROUGHPUT -> new AxisNames("", "", "");
        };
    }

    private static ChartLook look(Appearance appearance) {
        return appearance == Appearance.LIGHT ? ChartLook.LIGHT : ChartLook.DARK;
    }
}
