package dev.lamina.ui.teach;

import dev.lamina.figure.Theme;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.ui.chart.AxisNames;
import dev.lamina.ui.chart.ChartData;
import dev.lamina.ui.chart.ChartPane;
import dev.lamina.ui.chart.ChartView;
import dev.lamina.ui.chart.Curve;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Loss beside accuracy and GBR, of one laboratory or of twins, the second one dashed. */
final class LabCharts extends HBox {
    private static final List<Tag> LOSS = List.of(Tags.BATCH_LOSS, Tags.TEST_LOSS);
    private static final List<Tag> ACCURACY = List.of(Tags.TRAIN_ACCURACY, Tags.TEST_ACCURACY, Tags.GBR);
    private static final double SMOOTHING = 0.8;

    private final Supplier<List<LabPlane>> labs;
    private final ChartPane loss;
    private final ChartPane accuracy;

    /** @param labs asked on the painter's thread: the list must not change */
    LabCharts(Texts texts, Theme theme, Supplier<List<LabPlane>> labs, Executor painter, FxExecutor fx) {
        super(6);
        this.labs = labs;
        this.loss = pane(LOSS, theme, painter, fx);
        this.accuracy = pane(ACCURACY, theme, painter, fx);
        Runnable name = () -> {
            String steps = texts.get("axis.steps");
            loss.rename(new AxisNames(steps, texts.get("axis.loss"), ""));
            accuracy.rename(new AxisNames(steps, texts.get("axis.accuracy"), "GBR"));
        };
        explain(loss, LOSS, texts);
        explain(accuracy, ACCURACY, texts);
        name.run();
        texts.languageProperty().addListener(_ -> name.run());
        for (ChartPane pane : List.of(loss, accuracy)) {
            HBox.setHgrow(pane, Priority.ALWAYS);
            pane.setPrefWidth(1);
            getChildren().add(pane);
        }
    }

    private static void explain(ChartPane pane, List<Tag> tags, Texts texts) {
        WhatIsThis.explain(
                pane, () -> tags.stream().map(tag -> Explanation.of(tag, texts)).toList());
    }

    private ChartPane pane(List<Tag> tags, Theme theme, Executor painter, FxExecutor fx) {
        ChartView view = new ChartView(
                        tags.equals(LOSS) ? Scale.LOGARITHMIC : Scale.LINEAR, Scale.LOGARITHMIC, Set.of(), theme)
                .withSmoothing(tags.equals(LOSS) ? SMOOTHING : 0);
        return new ChartPane(new AxisNames("", "", ""), view, () -> data(tags), painter, fx);
    }

    private ChartData data(List<Tag> tags) {
        List<Curve> curves = new ArrayList<>();
        ChartData first = new ChartData(List.of(), List.of());
        int run = 0;
        for (LabPlane lab : labs.get()) {
            ChartData data = lab.curves().data(tags, run);
            first = run == 0 ? data : first;
            curves.addAll(data.curves());
            run++;
        }
        return new ChartData(curves, first.marks());
    }

    void refresh() {
        loss.refresh();
        accuracy.refresh();
    }

    void setTheme(Theme theme) {
        for (ChartPane pane : List.of(loss, accuracy)) {
            pane.viewProperty().set(pane.viewProperty().get().withTheme(theme));
        }
    }
}
