package dev.lamina.ui.run;

import dev.lamina.ui.chart.AxisNames;
import dev.lamina.ui.chart.ChartLook;
import dev.lamina.ui.chart.ChartPane;
import dev.lamina.ui.chart.ChartView;
import dev.lamina.ui.chart.Legend;
import dev.lamina.ui.chart.LiveChart;
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
import java.util.stream.Stream;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** The live charts side by side. {@link #tick} draws what is new; it is called as often as pictures are wanted. */
public final class LiveCharts extends GridPane {
    private final Map<ChartKind, LiveChart> charts = new EnumMap<>(ChartKind.class);
    private final Texts texts;
    private final RunChartData data;
    private long drawnRevision = -1;

    public LiveCharts(Texts texts, Appearance appearance, Executor worker, FxExecutor fx) {
        this.texts = texts;
        this.data = new RunChartData(texts);
        for (ChartKind kind : ChartKind.values()) {
            ChartView view = new ChartView(
                    Optional.empty(),
                    0,
                    kind.scale(),
                    ValueScale.LOGARITHMIC,
                    kind == ChartKind.ACCURACY
                            ? Set.of(Quantity.NORM_PRODUCT.name(), Quantity.WEIGHT_DECAY_BOUND.name())
                            : Set.of(),
                    look(appearance));
            ChartPane pane = new ChartPane(names(kind), view, () -> data.of(kind), worker, fx);
            List<Legend> legend = kind.quantities().size() == 1
                    ? List.of()
                    : kind.quantities().stream()
                            .map(q -> new Legend(q.name(), q.textKey(), q.color()))
                            .toList();
            charts.put(kind, new LiveChart(texts, kind.textKey(), legend, pane));
        }
        lay();
        texts.languageProperty()
                .addListener(_ -> charts.forEach((kind, chart) -> chart.pane().rename(names(kind))));
    }

    private void lay() {
        add(chart(ChartKind.ACCURACY), 0, 0, 1, 2);
        add(chart(ChartKind.LOSS), 1, 0, 1, 2);
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

    public LiveChart chart(ChartKind kind) {
        return Objects.requireNonNull(charts.get(kind));
    }

    /** The runs to be seen, the one in the foreground first. */
    public void show(List<RunEntry> runs) {
        data.show(runs);
        refresh();
    }

    /** Draws if something is new since the last time. */
    public void tick() {
        long revision = data.revision();
        if (revision != drawnRevision) {
            drawnRevision = revision;
            refresh();
        }
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

    private void refresh() {
        panes().forEach(ChartPane::refresh);
    }

    private Stream<ChartPane> panes() {
        return charts.values().stream().map(LiveChart::pane);
    }

    private AxisNames names(ChartKind kind) {
        return switch (kind) {
            case ACCURACY -> new AxisNames(texts.get("axis.epoch"), texts.get("axis.accuracy"), texts.get("axis.gbr"));
            case LOSS -> new AxisNames(texts.get("axis.epoch"), texts.get("axis.loss"), "");
            case LEARNING_RATE, THROUGHPUT -> new AxisNames("", "", "");
        };
    }

    private static ChartLook look(Appearance appearance) {
        return appearance == Appearance.LIGHT ? ChartLook.LIGHT : ChartLook.DARK;
    }
}
