package dev.lamina.ui.run;

import dev.lamina.archive.StoredRun;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.figure.AxisRange;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Stored;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.AxisNames;
import dev.lamina.ui.chart.ChartPane;
import dev.lamina.ui.chart.ChartView;
import dev.lamina.ui.chart.Legend;
import dev.lamina.ui.chart.LiveChart;
import dev.lamina.ui.chart.Pick;
import dev.lamina.ui.chart.RampLegend;
import dev.lamina.ui.figure.FigureRequest;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** The live charts side by side. {@link #tick} draws what is new; it is called as often as pictures are wanted. */
public final class LiveCharts extends BorderPane {
    private static final AxisRange PERCENT = new AxisRange(0, 100);
    private static final double ACCURACY_SHARE = 58;

    private final Map<String, LiveChart> charts = new LinkedHashMap<>();
    private final Map<String, Long> drawn = new LinkedHashMap<>();
    private final TabPane tabs = new TabPane();
    private final PaintPace pace = new PaintPace(Runtime.getRuntime().availableProcessors());
    private final Texts texts;
    private final RunChartData data;
    private final ReadingsPane readings;
    private final RunNames names;
    private Consumer<FigureRequest> figures = _ -> {};
    private long readingsShown;

    /** @param measuring measures a run with a type of probe */
    public LiveCharts(
            Texts texts,
            Appearance appearance,
            Executor worker,
            FxExecutor fx,
            BiFunction<RunEntry, String, CompletableFuture<ReadingMeasured>> measuring) {
        this.texts = texts;
        this.data = new RunChartData(texts);
        this.names = new RunNames(appearance);
        this.readings = new ReadingsPane(texts, appearance, worker, fx, measuring, request -> figures.accept(request));
        DrawnTogether together = new DrawnTogether(worker, fx, pace::drew);
        for (String id : ids()) {
            ChartPane pane =
                    new ChartPane(names(id), view(id, appearance), () -> data.of(id), together::draw, together::show);
            LiveChart chart = new LiveChart(texts, "chart." + id, legend(id), pane);
            chart.onFigure(() -> worker.execute(
                    () -> request(id, pane).ifPresent(request -> fx.execute(() -> figures.accept(request)))));
            WhatIsThis.explain(chart, () -> explanations(id));
            chart.addToLegend(WhatIsThis.button(texts));
            charts.put(id, chart);
        }
        of(Tags.TEST_ACCURACY).addRange("chart.percent", PERCENT);
        together(
                of(Tags.TEST_ACCURACY).pane().viewProperty(),
                of(Tags.GBR).pane().viewProperty());
        LiveChart updates = of(Tags.UPDATE_RATIO);
        updates.addToLegend(new RampLegend(texts, "updates.first", "updates.last", updates.pane()));
        lay();
        texts.languageProperty()
                .addListener(_ -> charts.forEach((id, chart) -> chart.pane().rename(names(id))));
    }

    /** Two charts that lie above each other show the same stretch of epochs. */
    private static void together(ObjectProperty<ChartView> one, ObjectProperty<ChartView> other) {
        one.addListener((_, _, view) -> other.set(other.get().withX(view.x())));
        other.addListener((_, _, view) -> one.set(one.get().withX(view.x())));
    }

    /** In the order of the tags that they show. */
    private static List<String> ids() {
        return Tags.ALL.stream()
                .flatMap(tag -> tag.place().stream())
                .map(Tag.Place::chart)
                .distinct()
                .toList();
    }

    private static ChartView view(String chart, Appearance appearance) {
        List<Tag> tags = Tags.inChart(chart);
        Stored first = tags.getFirst().stored();
        Set<String> beyondTheAxis = tags.stream()
                .filter(tag -> tag.stored() == Stored.LOGARITHM_BASE_10 && first != Stored.LOGARITHM_BASE_10)
                .map(Tag::id)
                .collect(Collectors.toSet());
        boolean powers = first == Stored.LOGARITHM_BASE_10 || tags.getFirst().equals(Tags.GBR);
        Scale left = powers ? Scale.LOGARITHMIC : Scale.LINEAR;
        return new ChartView(left, Scale.LOGARITHMIC, beyondTheAxis, appearance.theme());
    }

    private static List<Legend> legend(String chart) {
        List<Tag> tags = Tags.inChart(chart);
        return tags.size() == 1
                ? List.of()
                : tags.stream()
                        .map(tag -> new Legend(
                                tag.id(),
                                RunChartData.textKey(tag),
                                tag.place().orElseThrow().color()))
                        .toList();
    }

    /** Of what there are curves of; of all that it can show as long as there are none. */
    private List<Explanation> explanations(String chart) {
        Set<String> present = data.present(chart);
        return Tags.inChart(chart).stream()
                .filter(tag -> present.isEmpty() || present.contains(tag.id()))
                .map(tag -> Explanation.of(tag, texts))
                .toList();
    }

    private void lay() {
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("chart-tabs");
        Set<LiveChart> alone =
                Set.of(of(Tags.TEST_ACCURACY), of(Tags.GBR), of(Tags.LEARNING_RATE), of(Tags.IMAGES_PER_SECOND));
        charts.forEach((id, chart) -> {
            if (!alone.contains(chart)) {
                chart.hideTitle();
                tabs.getTabs().add(tab(id, chart));
            }
        });
        tabs.getTabs().add(tab("readings", readings));
        tabs.getSelectionModel().selectedItemProperty().addListener(_ -> drawn.clear());
        GridPane parts = new GridPane();
        parts.add(column(ACCURACY_SHARE, of(Tags.TEST_ACCURACY), of(Tags.GBR)), 0, 0);
        parts.add(tabs, 1, 0);
        parts.add(column(50, of(Tags.LEARNING_RATE), of(Tags.IMAGES_PER_SECOND)), 2, 0);
        for (double percent : new double[] {44, 33, 23}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            parts.getColumnConstraints().add(column);
        }
        parts.getRowConstraints().add(row(100));
        setTop(names);
        setCenter(parts);
    }

    /** One chart above another. */
    private static GridPane column(double upperPercent, LiveChart upper, LiveChart lower) {
        GridPane column = new GridPane();
        column.addColumn(0, upper, lower);
        ColumnConstraints all = new ColumnConstraints();
        all.setPercentWidth(100);
        column.getColumnConstraints().add(all);
        column.getRowConstraints().addAll(row(upperPercent), row(100 - upperPercent));
        return column;
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        return row;
    }

    private Tab tab(String id, Node content) {
        Tab tab = new Tab();
        tab.setId("chart-" + id);
        String shorter = "chart." + id + ".tab";
        tab.textProperty().bind(texts.of(texts.has(shorter) ? shorter : "chart." + id));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("chart." + id + ".tip"));
        tab.setTooltip(tip);
        tab.setContent(content);
        return tab;
    }

    /** The chart that shows a tag, which has a place in one. */
    public LiveChart of(Tag tag) {
        return Objects.requireNonNull(charts.get(tag.place().orElseThrow().chart()));
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

    /** What happens when a person wants what is seen as a figure. */
    public void onFigure(Consumer<FigureRequest> action) {
        figures = action;
    }

    /** It belongs to the run in the foreground. */
    private Optional<FigureRequest> request(String id, ChartPane pane) {
        return data.runs().stream().findFirst().map(front -> {
            StoredRun run = StoredRun.in(front.folder());
            FigureOrigin origin = new FigureOrigin(run.configSha256());
            return new FigureRequest(pane.figure(), origin, run.folder().figures(), id);
        });
    }

    /** The runs to be seen, the one in the foreground first. */
    public void show(List<RunEntry> runs) {
        data.show(runs);
        names.show(runs);
        charts.values().forEach(chart -> chart.setRuns(runs.size()));
        readings.show(runs.isEmpty() ? null : runs.getFirst());
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
        long kept = data.runs().isEmpty() ? 0 : data.runs().getFirst().curves().readings();
        if (kept != readingsShown) {
            readingsShown = kept;
            readings.refresh();
        }
        charts.forEach((id, chart) -> {
            long revision = data.revision(id);
            if (!Objects.equals(drawn.get(id), revision)) {
                chart.setPresent(data.present(id));
                // One that nobody sees yet, as on a tab that is just coming to the front, has its turn later.
                if (chart.pane().refresh()) {
                    drawn.put(id, revision);
                }
            }
        });
    }

    public void setAppearance(Appearance appearance) {
        readings.setAppearance(appearance);
        names.setAppearance(appearance);
        panes().forEach(pane ->
                pane.viewProperty().set(pane.viewProperty().get().withTheme(appearance.theme())));
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

    /** Small charts, whose title says it, have no names at their axes. */
    private AxisNames names(String chart) {
        String left = "axis." + chart;
        return texts.has(left)
                ? new AxisNames(
                        texts.get("axis.epoch"),
                        texts.get(left),
                        texts.has(left + ".right") ? texts.get(left + ".right") : "")
                : new AxisNames("", "", "");
    }
}
