package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.figure.Tint;
import dev.lamina.message.Message;
import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import dev.lamina.metric.Stored;
import dev.lamina.metric.Tags;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.ui.chart.AxisNames;
import dev.lamina.ui.chart.ChartData;
import dev.lamina.ui.chart.ChartPane;
import dev.lamina.ui.chart.ChartView;
import dev.lamina.ui.chart.Curve;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** The settings of the learning rate beside the curve they make, and what weight decay amounts to under it. */
final class SchedulePane extends BorderPane {
    /** Of an epoch, for drawing; a run may have more. */
    private static final int STEPS_PER_EPOCH = 50;

    private static final int MOST_POINTS = 20_000;
    private static final double CHART_WIDTH = 460;

    private final Texts texts;
    private final Label decay = new Label();
    private List<Message> decays = List.of();

    SchedulePane(
            ConfigForm form,
            Texts texts,
            ReadOnlyObjectProperty<ExperimentConfig> config,
            ReadOnlyObjectProperty<Appearance> appearance,
            Executor worker,
            FxExecutor fx) {
        this.texts = texts;
        ChartView view = new ChartView(
                Scale.LINEAR, Scale.LINEAR, Set.of(), appearance.get().theme());
        ChartPane chart =
                new ChartPane(names(texts), view, () -> curve(config.get().training(), texts), worker, fx);
        chart.setPrefWidth(CHART_WIDTH);
        WhatIsThis.explain(chart, () -> List.of(Explanation.of(Tags.LEARNING_RATE, texts)));
        config.addListener(_ -> chart.refresh());
        WhileUsed.listen(chart, texts.languageProperty(), () -> chart.rename(names(texts)));
        WhileUsed.listen(
                chart,
                appearance,
                () -> chart.viewProperty()
                        .set(chart.viewProperty()
                                .get()
                                .withTheme(appearance.get().theme())));
        WhileUsed.listen(decay, texts.languageProperty(), this::show);
        decay.setId("decay-exponent");
        decay.setWrapText(true);
        decay.getStyleClass().add("live-panel");
        decay.setMaxWidth(CHART_WIDTH);
        show();
        BorderPane preview = new BorderPane(chart);
        preview.setBottom(decay);
        setCenter(form);
        setRight(preview);
    }

    private static AxisNames names(Texts texts) {
        return new AxisNames(texts.get("axis.epoch"), texts.get("tag.learningRate"), "");
    }

    void show(Readiness readiness) {
        decays = readiness.decays();
        show();
    }

    private void show() {
        decay.setText(decays.stream().map(texts::text).collect(Collectors.joining("\n")));
        decay.setVisible(!decays.isEmpty());
        decay.setManaged(!decays.isEmpty());
    }

    private static ChartData curve(TrainingConfig training, Texts texts) {
        LearningRate rate = training.rates(STEPS_PER_EPOCH);
        int points = (int) Math.min(MOST_POINTS, (long) training.epochs() * STEPS_PER_EPOCH);
        double[] epochs = new double[points];
        double[] rates = new double[points];
        for (int i = 0; i < points; i++) {
            long step = 1 + (long) i * training.epochs() * STEPS_PER_EPOCH / points;
            epochs[i] = (double) (step - 1) / STEPS_PER_EPOCH;
            rates[i] = rate.at(step);
        }
        Curve curve = new Curve(
                Tags.LEARNING_RATE.id(),
                texts.get("tag.learningRate"),
                new Tint.Numbered(0),
                Side.LEFT,
                Stored.VALUE,
                new Points(epochs, rates));
        return new ChartData(List.of(curve), List.of());
    }
}
