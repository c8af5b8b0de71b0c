package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.TrainingConfig;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import dev.lamina.metric.Stored;
import dev.lamina.metric.Tags;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.ui.chart.AxisNames;
import dev.lamina.ui.chart.ChartData;
import dev.lamina.ui.chart.ChartPane;
import dev.lamina.ui.chart.ChartView;
import dev.lamina.ui.chart.Curve;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.BorderPane;

/** The settings of the learning rate beside the curve they make. */
final class SchedulePane extends BorderPane {
    /** Of an epoch, for drawing; a run may have more. */
    private static final int STEPS_PER_EPOCH = 50;

    private static final int MOST_POINTS = 20_000;
    private static final double CHART_WIDTH = 460;

    SchedulePane(
            ConfigForm form,
            Texts texts,
            ReadOnlyObjectProperty<ExperimentConfig> config,
            ReadOnlyObjectProperty<Appearance> appearance,
            Executor worker,
            FxExecutor fx) {
        ChartView view = new ChartView(
                Optional.empty(),
                0,
                Scale.LINEAR,
                Scale.LINEAR,
                Set.of(),
                appearance.get().theme());
        ChartPane chart =
                new ChartPane(names(texts), view, () -> curve(config.get().training(), texts), worker, fx);
        chart.setPrefWidth(CHART_WIDTH);
        config.addListener(_ -> chart.refresh());
        WhileUsed.listen(chart, texts.languageProperty(), () -> chart.rename(names(texts)));
        WhileUsed.listen(
                chart,
                appearance,
                () -> chart.viewProperty()
                        .set(chart.viewProperty()
                                .get()
                                .withTheme(appearance.get().theme())));
        setCenter(form);
        setRight(chart);
    }

    private static AxisNames names(Texts texts) {
        return new AxisNames(texts.get("axis.epoch"), texts.get("tag.learningRate"), "");
    }

    private static ChartData curve(TrainingConfig training, Texts texts) {
        TrainingSpan span = new TrainingSpan(training.warmUpEpochs(), training.epochs());
        LearningRate rate = new LearningRate(training.learningRate(), training.schedule(), span, STEPS_PER_EPOCH);
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
                0,
                new Points(epochs, rates));
        return new ChartData(List.of(curve), List.of());
    }
}
